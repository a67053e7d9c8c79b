package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.decision.Authorizer;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Facts;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Pace;
import io.sendgate.decision.ThroughputJudge;
import io.sendgate.gate.Throughput.Wish;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.PolicySet;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// "May this message go to this person, now?" — decided, recorded and answered.
///
/// An allow is one entry, so it has its place in every cap the moment it is answered; anything
/// else is a note and contends with nobody. Its place on the line is taken before it is written,
/// and given back where it is not.
public final class AuthorizeSend {

    private final Ports ports;
    private final RecipientLoop loop;
    private final Throughput throughput;

    /// The use case over its ports.
    public AuthorizeSend(Ports ports, RecipientLoop loop, Throughput throughput) {
        this.ports = ports;
        this.loop = loop;
        this.throughput = throughput;
    }

    /// Decides for an account.
    ///
    /// @throws FactsUnavailable where facts are out of reach: never an allow
    public SendAnswer authorize(AccountId account, SendCommand command) {
        Recipient recipient = recipient(account, command);
        Optional<String> keyHash =
                command.idempotencyKey().map(key -> recipient.keyHash("authorization", key));
        return decide(asked(recipient, command, keyHash, Optional.empty(), false));
    }

    /// Decides afresh about a held request; a deferral writes nothing, the hold goes on waiting.
    ///
    /// @param keyHash hash of the key that the hold came with: once released, it answers the
    ///     release
    SendAnswer release(
            AccountId account, SendCommand command, Optional<String> keyHash, String hold) {
        Recipient recipient = recipient(account, command);
        return decide(asked(recipient, command, keyHash, Optional.of(hold), false));
    }

    /// Decides afresh about a request that a person has looked at and let go. Whoever makes the
    /// very same request again takes up what is allowed here.
    ///
    /// @param keyHash as for [#release]
    /// @param review the id of the authorization that was under review
    SendAnswer approved(
            AccountId account, SendCommand command, Optional<String> keyHash, String review) {
        Recipient recipient = recipient(account, command);
        return decide(asked(recipient, command, keyHash, Optional.of(review), true));
    }

    private Asked asked(
            Recipient recipient,
            SendCommand command,
            Optional<String> keyHash,
            Optional<String> hold,
            boolean isApproved) {
        return new Asked(recipient, command, keyHash, hold, isApproved, new Seat(throughput));
    }

    private Recipient recipient(AccountId account, SendCommand command) {
        return Recipient.of(ports, lease(account).facts(), command.request().to());
    }

    private SendAnswer decide(Asked asked) {
        try {
            Attempted attempted = loop.run(asked.recipient().tag(), newest -> plan(asked, newest));
            if (attempted.takenUp() && !attempted.lease().holds()) {
                return decide(asked);
            }
            Attempted settled =
                    attempted.appended().isPresent() && !attempted.lease().holds()
                            ? confirm(asked, attempted)
                            : attempted;
            settled.appended().ifPresent(written -> asked.seat().use());
            return settled.answer();
        } finally {
            asked.seat().leave();
        }
    }

    private Accounts.Lease lease(AccountId account) {
        return ports.accounts()
                .facts(account)
                .orElseThrow(() -> new FactsUnavailable("the account is not on record"));
    }

    private Plan<Attempted> plan(Asked asked, Optional<Entry> newest) {
        Accounts.Lease lease = lease(asked.recipient().account());
        Instant now = ports.clock().instant();
        Optional<KeyBinding> bound = asked.bindingIn(Recipient.state(newest), now);
        if (bound.isPresent() && !asked.command().dryRun()) {
            SendAnswer repeated = repeat(asked, bound.get(), newest, now);
            return new Plan.Answer<>(new Attempted(repeated, lease));
        }
        if (asked.isCancelled(Recipient.state(newest))) {
            return new Plan.Answer<>(new Attempted(new SendAnswer.Cancelled(), lease));
        }
        Optional<Plan<Attempted>> approved = ApprovedRequest.takeUp(ports, asked, lease, newest);
        if (approved.isPresent()) {
            return approved.get();
        }
        Judged judged = judge(asked, lease, newest, now);
        if (asked.command().dryRun()) {
            String id = asked.mint(now, new Ref.Noted(ports.chance().next()));
            return new Plan.Answer<>(judged.attempted(id));
        }
        return judged.decision().allows() ? append(asked, judged) : put(asked, judged);
    }

    private Judged judge(Asked asked, Accounts.Lease lease, Optional<Entry> newest, Instant now) {
        PolicySet policies = ports.policies().inForce(lease.facts(), now);
        SendRequest request = asked.command().request();
        Facts facts = asked.recipient().facts(lease.facts(), Recipient.state(newest), request);
        Wish wish =
                new Wish(
                        asked.recipient().account(),
                        ThroughputJudge.lines(request, facts, policies, now),
                        request.broadcast());
        Function<Pace, Judged> under =
                pace -> {
                    Facts standing = facts.at(pace);
                    Decision decision = Authorizer.decide(request, standing, policies, now);
                    return new Judged(lease, standing, policies, decision, newest, now);
                };
        Judged judged = under.apply(asked.seat().pace(wish, now));
        return asked.command().dryRun() ? judged : seated(asked.seat(), wish, asked, judged, under);
    }

    /// An allow needs a place; what is kept until there is one gets a turn.
    private static Judged seated(
            Seat seat, Wish wish, Asked asked, Judged judged, Function<Pace, Judged> under) {
        Judged seated =
                judged.decision().allows()
                        ? seat.take(wish, judged.now()).map(under).orElse(judged)
                        : judged;
        return asked.waits(seated.decision())
                ? under.apply(seat.turn(wish, seated.facts().pace(), judged.now()))
                : seated;
    }

    private static Plan<Attempted> append(Asked asked, Judged judged) {
        String id = asked.mint(judged.now(), new Ref.Numbered(Recipient.next(judged.newest())));
        Entry entry = SendRecords.allow(asked, judged, id);
        SendAnswer answer =
                new SendAnswer.Decided(id, judged.decision(), Optional.of(Grant.Status.GRANTED));
        return new Plan.Append<>(
                entry,
                new Attempted(
                        answer, judged.lease(), Optional.of(new Appended(entry, judged)), false));
    }

    private Plan<Attempted> put(Asked asked, Judged judged) {
        Ref.Noted ref = asked.noteRef().orElseGet(() -> new Ref.Noted(ports.chance().next()));
        String id = asked.mint(judged.now(), ref);
        if (asked.isHeld() && judged.decision().outcome() == Outcome.DEFER) {
            return new Plan.Answer<>(judged.attempted(id));
        }
        Note note = SendRecords.refusal(asked, judged, id, NoteKey.of(ref));
        SendAnswer answer = new SendAnswer.Decided(id, judged.decision(), Optional.empty());
        return new Plan.Put<>(
                note,
                judged.attempted(id),
                existing -> new Attempted(recorded(asked, existing, answer), judged.lease()));
    }

    /// The answer that a note already there recorded.
    private static SendAnswer recorded(Asked asked, Note existing, SendAnswer otherwise) {
        return existing.detail()
                .flatMap(Detail::authorization)
                .map(found -> recorded(asked, found))
                .orElse(otherwise);
    }

    private static SendAnswer recorded(Asked asked, Detail.Authorization found) {
        return found.bodyHash().equals(asked.command().bodyHash())
                ? new SendAnswer.Decided(found.id(), found.decision(), Optional.empty())
                : new SendAnswer.KeyReused();
    }

    /// The answer to a key that has been allowed before: that authorization, with its present
    /// status.
    private SendAnswer repeat(Asked asked, KeyBinding bound, Optional<Entry> newest, Instant now) {
        if (!bound.body().equals(asked.command().bodyHash())) {
            return new SendAnswer.KeyReused();
        }
        Optional<Grant.Status> status =
                Recipient.state(newest).grant(bound.entry()).map(grant -> grant.statusAt(now));
        return newest.filter(one -> one.number() == bound.entry())
                .or(() -> ports.ledger().entry(asked.recipient().tag(), bound.entry()))
                .flatMap(Entry::detail)
                .flatMap(Detail::authorization)
                .<SendAnswer>map(
                        found -> new SendAnswer.Decided(found.id(), found.decision(), status))
                .orElseThrow(
                        () -> new FactsUnavailable("the recorded authorization cannot be read"));
    }

    /// The lease ran out while the allow was written: it stands only if fresh facts still allow it.
    private Attempted confirm(Asked asked, Attempted attempted) {
        Appended appended = attempted.appended().orElseThrow();
        Judged before = appended.judged();
        Accounts.Lease fresh = lease(asked.recipient().account());
        if (sameFacts(fresh.facts(), before.facts().account())) {
            return attempted;
        }
        Judged again = judge(asked, fresh, before.newest(), before.now());
        if (again.decision().allows()) {
            return attempted;
        }
        loop.<Boolean>run(
                asked.recipient().tag(),
                newest ->
                        SendRecords.takenBack(
                                asked, appended.entry(), newest, ports.clock().instant()));
        return loop.run(asked.recipient().tag(), newest -> put(asked, again));
    }

    private static boolean sameFacts(AccountFacts one, AccountFacts other) {
        return one.account().entry() == other.account().entry()
                && one.root().entry() == other.root().entry()
                && one.platform().entry() == other.platform().entry();
    }

    record Appended(Entry entry, Judged judged) {}

    /// What came of an attempt.
    ///
    /// @param takenUp whether it took up what an approval had allowed
    record Attempted(
            SendAnswer answer, Accounts.Lease lease, Optional<Appended> appended, boolean takenUp) {

        Attempted(SendAnswer answer, Accounts.Lease lease) {
            this(answer, lease, Optional.empty(), false);
        }
    }

    /// What was decided on which facts.
    record Judged(
            Accounts.Lease lease,
            Facts facts,
            PolicySet policies,
            Decision decision,
            Optional<Entry> newest,
            Instant now) {

        private Attempted attempted(String id) {
            return new Attempted(new SendAnswer.Decided(id, decision, Optional.empty()), lease);
        }
    }
}
