package io.sendgate.decision;

import io.sendgate.consent.Act;
import io.sendgate.consent.Method;
import io.sendgate.message.MessageClass;

import java.util.Map;
import java.util.Optional;

/// Judges whether marketing must wait because a message of the recipient may have been an opt-out.
///
/// A START or a consent that is newer has answered the question.
final class SuspicionJudge {

    private static final String CLAUSE = "opt-out-suspected";
    private static final String SUMMARY =
            "Where a reply may have been an opt-out, marketing waits until a person has looked.";

    private SuspicionJudge() {}

    static Optional<Reason> judge(Situation situation) {
        if (situation.messageClass() != MessageClass.MARKETING) {
            return Optional.empty();
        }
        return situation
                .facts()
                .recipient()
                .suspected()
                .filter(doubt -> !isAnswered(doubt, situation))
                .map(doubt -> reason(doubt, situation));
    }

    private static boolean isAnswered(Act doubt, Situation situation) {
        boolean started =
                situation
                        .facts()
                        .recipient()
                        .lastOptIn()
                        .filter(act -> act.after(doubt))
                        .isPresent();
        return started
                || situation.coveringConsents().stream()
                        .filter(consent -> consent.method() != Method.CONVERSATION)
                        .map(consent -> new Act(consent.at(), true, consent.entry()))
                        .anyMatch(act -> act.after(doubt));
    }

    private static Reason reason(Act doubt, Situation situation) {
        PolicyRef own = situation.policies().own().ref();
        return new Reason(
                ReasonCode.OPT_OUT_SUSPECTED,
                Outcome.REVIEW,
                Optional.empty(),
                new ClauseRef(own.id(), own.version(), CLAUSE, SUMMARY, Optional.empty()),
                Map.of("since", doubt.at().toString()),
                new Fix.AwaitReview());
    }
}
