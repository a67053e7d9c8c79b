package io.sendgate.decision;

import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.policy.Content;
import io.sendgate.policy.Skeleton;

import java.util.Map;
import java.util.Optional;

/// Finds a sender's name that a reader would take for another's.
final class Lookalike {

    private Lookalike() {}

    static Optional<TextJudge.Sighting> find(Content.SenderLookalike wanted, Situation situation) {
        return situation
                .sender()
                .filter(sender -> sender.type() == SenderType.ALPHANUMERIC)
                .map(Sender::id)
                .filter(id -> !isOwn(id, situation))
                .flatMap(id -> resembled(id, wanted, situation));
    }

    private static boolean isOwn(String id, Situation situation) {
        String shape = Skeleton.of(id);
        return situation.profile().names().stream()
                .map(Skeleton::of)
                .anyMatch(name -> shape.contains(name) || name.contains(shape));
    }

    private static Optional<TextJudge.Sighting> resembled(
            String id, Content.SenderLookalike wanted, Situation situation) {
        return situation
                .document()
                .wordLists()
                .resembling(wanted.list(), Skeleton.of(id))
                .map(
                        term ->
                                new TextJudge.Sighting(
                                        Map.of("sender", id, "term", term, "list", wanted.list()),
                                        new Fix.RegisterSender()));
    }
}
