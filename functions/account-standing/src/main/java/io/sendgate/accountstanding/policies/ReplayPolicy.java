package io.sendgate.accountstanding.policies;

import io.sendgate.account.AccountFacts;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.DecisionScan;
import io.sendgate.aws.RecordedDecision;
import io.sendgate.decision.Authorizer;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Facts;
import io.sendgate.decision.Pace;
import io.sendgate.gate.Ports;
import io.sendgate.gate.Recipient;
import io.sendgate.ledger.RecipientState;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.publishing.Comparison;
import io.sendgate.rest.answer.DecisionView;
import io.sendgate.rest.schema.Json;
import io.sendgate.wire.policy.SeededPolicyBook;

import jakarta.inject.Singleton;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Decides recorded requests again under another version of a document.
///
/// Each is first decided again as it was: what does not come to its own decision, byte for byte,
/// rests on something that is no longer there, and is said to; nothing is compared with it.
@Singleton
public class ReplayPolicy {

    private static final int MOST_DECIDED = 10_000;
    private static final int STEP = 500;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final DecisionScan scan;
    private final AccountStore accounts;
    private final Ports ports;
    private final SeededPolicyBook book;

    /// The use case over the ledgers.
    public ReplayPolicy(
            DecisionScan scan, AccountStore accounts, Ports ports, SeededPolicyBook book) {
        this.scan = scan;
        this.accounts = accounts;
        this.ports = ports;
        this.book = book;
    }

    /// A replay as far as one call takes it.
    ///
    /// @param next where the next call goes on; empty at the end
    public record Replay(
            Comparison comparison, Unreplayed unreplayed, Optional<DecisionScan.Position> next) {}

    /// Replays from a position on, at most 10,000 records and for about a quarter of a minute.
    public Replay replay(
            DecisionScan.Search search, Policy candidate, Optional<DecisionScan.Position> after) {
        long begun = ports.steady().nanos();
        PastFacts past = new PastFacts(accounts, ports.ledger());
        Comparison comparison = new Comparison();
        Unreplayed unreplayed = new Unreplayed();
        Optional<DecisionScan.Position> next = after;
        int looked = 0;
        do {
            DecisionScan.Page page = scan.page(search, next, Math.min(STEP, MOST_DECIDED - looked));
            page.found().forEach(one -> decide(one, candidate, past, comparison, unreplayed));
            looked += page.found().size();
            next = page.next();
        } while (next.isPresent()
                && looked < MOST_DECIDED
                && ports.steady().nanos() - begun < LONGEST.toNanos());
        return new Replay(comparison, unreplayed, next);
    }

    private void decide(
            RecordedDecision recorded,
            Policy candidate,
            PastFacts past,
            Comparison comparison,
            Unreplayed unreplayed) {
        Decision before = recorded.authorization().decision();
        String id = recorded.authorization().id();
        Optional<AccountFacts> account = past.account(recorded);
        if (account.isEmpty()) {
            unreplayed.add(id, Unreplayed.Why.ACCOUNT_GONE);
            return;
        }
        Instant at = before.decidedAt();
        PolicySet then = book.inForce(account.get(), at);
        if (then.documents().noneMatch(one -> one.ref().id().equals(candidate.ref().id()))) {
            return;
        }
        Optional<RecipientState> recipient = past.recipient(recorded);
        if (recipient.isEmpty()) {
            unreplayed.add(id, Unreplayed.Why.RECIPIENT_ERASED);
            return;
        }
        SendRequest request = recorded.authorization().request();
        Facts facts =
                Recipient.of(ports, account.get(), request.to())
                        .facts(account.get(), recipient.get(), request)
                        .at(Pace.asDecided(before));
        if (!isSame(before, Authorizer.decide(request, facts, then, at))) {
            unreplayed.add(id, Unreplayed.Why.NOT_REPRODUCED);
            return;
        }
        PolicySet with = book.inForce(account.get(), at, candidate);
        comparison.add(id, before, Authorizer.decide(request, facts, with, at));
    }

    /// Whether a caller would have got the same answer, byte for byte.
    private static boolean isSame(Decision one, Decision other) {
        return Arrays.equals(bytes(one), bytes(other));
    }

    private static byte[] bytes(Decision decision) {
        return Json.bytes(DecisionView.of("", decision, Optional.empty()));
    }
}
