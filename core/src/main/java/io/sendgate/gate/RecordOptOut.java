package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Act;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.Preferences;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;
import io.sendgate.message.Purpose;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Records an opt-out that reached the account outside a provider's webhook, or hears one inside
/// it.
public final class RecordOptOut {

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public RecordOptOut(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// An opt-out as somebody reports it.
    ///
    /// @param channel what it is limited to; empty for every channel
    /// @param scope how much it ends; empty for what the policy says a STOP ends
    /// @param at when the person said so; empty for now
    public record Report(
            PhoneNumber recipient,
            Optional<Channel> channel,
            Optional<Scope> scope,
            String via,
            Optional<Instant> at,
            Optional<String> note) {}

    /// The answer to a report.
    public sealed interface Answer {

        /// It is on record.
        record Recorded(Scope scope, Optional<Channel> channel, Instant at, Instant recordedAt)
                implements Answer {}

        /// The key has been used with another body.
        record KeyReused() implements Answer {}
    }

    /// Records an opt-out for the account's whole family.
    ///
    /// @throws NoteRefused where its note may not be kept; nothing is on record then
    public Answer record(
            AccountFacts account, Report report, Optional<String> idempotencyKey, String bodyHash) {
        Notebook.require(ports, account, report.note().stream().toList());
        Recipient recipient = Recipient.of(ports, account, report.recipient());
        Optional<String> keyHash = idempotencyKey.map(key -> recipient.keyHash("opt-out", key));
        return loop.run(
                recipient.tag(),
                newest -> plan(recipient, account, report, keyHash, bodyHash, newest));
    }

    private Plan<Answer> plan(
            Recipient recipient,
            AccountFacts account,
            Report report,
            Optional<String> keyHash,
            String bodyHash,
            Optional<Entry> newest) {
        Instant now = ports.clock().instant();
        Policy policy = ports.policies().inForce(account, now).policy();
        Act act = Recipient.act(report.at(), newest, now);
        OptOut wish =
                new OptOut(
                        report.scope().orElse(policy.optOutScope()),
                        report.channel(),
                        act,
                        List.of());
        Answer answer = new Answer.Recorded(wish.scope(), wish.channel(), act.at(), now);
        Optional<KeyBinding> bound =
                Recipient.state(newest).keys().stream()
                        .filter(one -> keyHash.filter(one.key()::equals).isPresent())
                        .filter(one -> !one.at().plus(Bounds.KEY_LIFE).isBefore(now))
                        .findFirst();
        if (bound.isPresent()) {
            boolean same = bound.get().body().equals(bodyHash);
            return new Plan.Answer<>(same ? answer : new Answer.KeyReused());
        }
        StateDraft draft = recipient.draft(newest);
        List<Change> changes =
                apply(recipient, draft, Recipient.state(newest), wish, policy, report.via(), now);
        keyHash.map(hash -> new KeyBinding(hash, bodyHash, Recipient.next(newest), now))
                .ifPresent(binding -> draft.key(binding, now));
        Optional<Detail> detail =
                Optional.of(new Detail.RecordedOptOut(report.via(), report.note()));
        return new Plan.Append<>(
                recipient.entry(newest, now, changes, detail, draft.done()), answer);
    }

    /// Applies an opt-out to a draft and says what changed: the opt-out, and the permits it took.
    static List<Change> apply(
            Recipient recipient,
            StateDraft draft,
            RecipientState before,
            OptOut wish,
            Policy policy,
            String via,
            Instant now) {
        Set<Purpose> ends = endsWithMarketing(policy);
        Preferences.outdate(draft, wish);
        Preferences.optOut(draft, wish, ends, now);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.OptedOut(wish.scope(), wish.channel(), wish.act().at(), via));
        if (before.lastOptIn().filter(act -> act.after(wish.act())).isEmpty()) {
            List<Grant> open =
                    before.grants().stream()
                            .filter(grant -> grant.openAt(now))
                            .filter(grant -> Preferences.covers(wish, grant, ends))
                            .toList();
            revoked(recipient, draft, open, "opt-out").ifPresent(changes::add);
        }
        return changes;
    }

    /// Revokes open permits in a draft.
    static Optional<Change> revoked(
            Recipient recipient, StateDraft draft, List<Grant> open, String why) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> entries = open.stream().map(Grant::entry).collect(Collectors.toUnmodifiableSet());
        draft.grants(
                grant -> entries.contains(grant.entry()) ? grant.as(Grant.Status.REVOKED) : grant);
        List<String> ids = open.stream().map(grant -> authorizationId(recipient, grant)).toList();
        return Optional.of(new Change.PermitsRevoked(ids, why));
    }

    /// The public id of the authorization that a grant belongs to.
    static String authorizationId(Recipient recipient, Grant grant) {
        Ref ref = new Ref.Numbered(grant.entry());
        return recipient.ports().ids().mint(IdPrefix.AUTH, grant.at(), recipient.tag(), ref);
    }

    /// The purposes that an opt-out from marketing ends too, under a policy.
    static Set<Purpose> endsWithMarketing(Policy policy) {
        return policy.rules().stream()
                .filter(Rule.HonorOptOut.class::isInstance)
                .flatMap(rule -> ((Rule.HonorOptOut) rule).endsWithMarketing().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
