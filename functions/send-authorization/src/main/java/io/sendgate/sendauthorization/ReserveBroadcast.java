package io.sendgate.sendauthorization;

import io.sendgate.account.AccountFacts;
import io.sendgate.aws.SharedLines;
import io.sendgate.aws.SharedLines.Reserved;
import io.sendgate.decision.ThroughputJudge;
import io.sendgate.gate.Ports;
import io.sendgate.pace.Line;
import io.sendgate.pace.Range;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How fast a broadcast may go, and the slots it gets.
@Singleton
public class ReserveBroadcast {

    private static final String PREFIX = "bcast_";
    private static final String RATE_MISSING =
            "is missing: neither the account nor its policy has a rate";

    private final SharedLines lines;
    private final Ports ports;

    /// Reservations on these lines.
    @Inject
    public ReserveBroadcast(SharedLines lines, Ports ports) {
        this.lines = lines;
        this.ports = ports;
    }

    /// The rate of a broadcast: the one asked for, else the account's own, and never more than a
    /// line that it shares with others.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 where nobody says a rate
    int rate(AccountFacts account, Optional<Integer> asked, Instant now) {
        Optional<Integer> shared = shared(account, now).map(Line::perMinute);
        int wished =
                asked.or(account.account().profile()::messagesPerMinute)
                        .or(() -> shared)
                        .orElseThrow(
                                () ->
                                        Problem.invalidBody("/messagesPerMinute", RATE_MISSING)
                                                .toException());
        return Math.min(wished, shared.orElse(wished));
    }

    /// Reserves the slots, from now on at the earliest.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 422 where the key came with another body,
    ///     409 where too many broadcasts are outstanding
    Range reserve(AccountFacts account, int recipients, int rate, Idempotency repeat, Instant now) {
        Line line =
                shared(account, now)
                        .orElseGet(() -> Line.own(account.account().id(), own(account, rate)));
        Range wanted = new Range(id(account, repeat), now, rate, recipients);
        return switch (lines.reserve(account.account().id(), line, wanted, repeat.bodyHash())) {
            case Reserved.Slots slots -> slots.range();
            case Reserved.OtherRequest other -> throw Idempotency.reused();
            case Reserved.TooMany tooMany ->
                    throw Problem.of(ProblemType.CONFLICT)
                            .because("Too many broadcasts are outstanding on this line")
                            .toException();
        };
    }

    private static int own(AccountFacts account, int rate) {
        return account.account().profile().messagesPerMinute().orElse(rate);
    }

    /// The narrowest line that the account shares with others.
    private Optional<Line> shared(AccountFacts account, Instant now) {
        List<Line> all = ThroughputJudge.lines(account, ports.policies().inForce(account, now));
        return all.stream()
                .filter(Line::isShared)
                .min((one, other) -> Integer.compare(one.perMinute(), other.perMinute()));
    }

    /// The same key gives the same id, and a request without one an id of its own.
    private String id(AccountFacts account, Idempotency repeat) {
        String what =
                repeat.key()
                        .map(key -> "key|" + key)
                        .orElseGet(
                                () -> "new|" + ports.chance().next() + "|" + ports.chance().next());
        String text = "broadcast|" + account.account().id().value() + "|" + what;
        return PREFIX + ports.vault().hash(account.account().root(), text);
    }
}
