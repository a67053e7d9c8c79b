package io.sendgate.wire.policy;

import io.sendgate.message.MessageClass;
import io.sendgate.standing.Action;
import io.sendgate.standing.Ladder;
import io.sendgate.standing.Rung;

import java.util.Optional;

/// Reads what a policy allows to be done about a breach.
final class LadderReader {

    private LadderReader() {}

    static Ladder read(Members ladder) {
        Members appeal = ladder.in("appeal");
        return new Ladder(
                ladder.objects("rungs").stream().map(LadderReader::rung).toList(),
                appeal.has("days")
                        ? Optional.of(appeal.node().path("days").asInt())
                        : Optional.empty(),
                appeal.node().path("answerBusinessDays").asInt(Ladder.NONE.answerBusinessDays()));
    }

    private static Rung rung(Members rung) {
        return new Rung(
                rung.term(Action.class, "action"),
                rung.text("clause"),
                rung.maybeTerm(Rung.Ending.class, "ending").orElse(Rung.Ending.OPTIONAL),
                rung.terms(MessageClass.class, "scopes"),
                rung.terms(MessageClass.class, "usualScope"),
                rung.flag("strike"),
                rung.flag("forfeitsFees"));
    }
}
