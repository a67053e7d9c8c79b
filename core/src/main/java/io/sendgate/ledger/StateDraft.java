package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.contact.Channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A recipient's state on its way to the next entry; every change keeps the bounds.
public final class StateDraft {

    private Optional<String> tel;
    private Whereabouts whereabouts;
    private final List<Relationship> relationships;
    private final List<Consent> consents;
    private final List<OptOut> optOuts;
    private Optional<Act> lastOptIn;
    private Optional<Act> suspected;
    private Optional<Instant> blocked;
    private final List<PendingOptIn> pending;
    private final List<Inbound> inbound;
    private final List<Grant> grants;
    private final List<KeyBinding> keys;
    private final List<Reference> references;
    private final List<String> seen;
    private final List<String> used;
    private final List<String> acts;
    private final List<String> joined;
    private final List<CapOpening> capOpenings;
    private final List<RefusedSource> refusedSources;
    private final List<String> cancelledHolds;
    private final Map<String, String> extra;

    StateDraft(RecipientState from) {
        tel = from.tel();
        whereabouts = from.whereabouts();
        relationships = new ArrayList<>(from.relationships());
        consents = new ArrayList<>(from.consents());
        optOuts = new ArrayList<>(from.optOuts());
        lastOptIn = from.lastOptIn();
        suspected = from.suspected();
        blocked = from.blocked();
        pending = new ArrayList<>(from.pending());
        inbound = new ArrayList<>(from.inbound());
        grants = new ArrayList<>(from.grants());
        keys = new ArrayList<>(from.keys());
        references = new ArrayList<>(from.references());
        seen = new ArrayList<>(from.seen());
        used = new ArrayList<>(from.used());
        acts = new ArrayList<>(from.acts());
        joined = new ArrayList<>(from.joined());
        capOpenings = new ArrayList<>(from.capOpenings());
        refusedSources = new ArrayList<>(from.refusedSources());
        cancelledHolds = new ArrayList<>(from.cancelledHolds());
        extra = from.extra();
    }

    /// The finished state.
    public RecipientState done() {
        return new RecipientState(
                tel,
                whereabouts,
                relationships,
                consents,
                optOuts,
                lastOptIn,
                suspected,
                blocked,
                pending,
                inbound,
                grants,
                keys,
                references,
                seen,
                used,
                acts,
                joined,
                capOpenings,
                refusedSources,
                cancelledHolds,
                extra);
    }

    /// Keeps the sealed number, unless one is kept already.
    public StateDraft tel(String sealed) {
        tel = tel.or(() -> Optional.of(sealed));
        return this;
    }

    /// Replaces where the recipient is.
    public StateDraft whereabouts(Whereabouts known) {
        whereabouts = known;
        return this;
    }

    /// Forgets what the recipient is to an account.
    public StateDraft noRelationship(AccountId account) {
        relationships.removeIf(one -> one.account().equals(account));
        return this;
    }

    /// Replaces what the recipient is to the relationship's account.
    public StateDraft relationship(Relationship known) {
        relationships.removeIf(one -> one.account().equals(known.account()));
        relationships.add(known);
        return this;
    }

    /// Adds a consent in place of those it repeats: same account, channel and purposes, no
    /// stronger.
    public StateDraft consent(Consent given) {
        consents.removeIf(
                old ->
                        old.isFor(given.account(), given.channel())
                                && given.purposes().containsAll(old.purposes())
                                && given.tier().satisfies(old.tier()));
        consents.add(given);
        Bounds.keepLast(consents, Bounds.CONSENTS);
        return this;
    }

    /// Ends the consents that `ended` picks.
    public StateDraft endConsents(Predicate<Consent> ended) {
        consents.removeIf(ended);
        return this;
    }

    /// Adds an opt-out in place of those of the same scope and channel.
    public StateDraft optOut(OptOut wish) {
        optOuts.removeIf(
                old -> old.scope() == wish.scope() && old.channel().equals(wish.channel()));
        optOuts.add(wish);
        return this;
    }

    /// Drops the opt-outs that `lifted` picks.
    public StateDraft liftOptOuts(Predicate<OptOut> lifted) {
        optOuts.removeIf(lifted);
        return this;
    }

    /// Notes the recipient's last START.
    public StateDraft lastOptIn(Act act) {
        lastOptIn = Optional.of(act);
        return this;
    }

    /// Notes a message that may have been an opt-out, or that none is open.
    public StateDraft suspected(Optional<Act> act) {
        suspected = act;
        return this;
    }

    /// The message that may have been an opt-out, as it is now.
    public Optional<Act> suspected() {
        return suspected;
    }

    /// Blocks or unblocks the recipient for the family.
    public StateDraft blocked(Optional<Instant> since) {
        blocked = since;
        return this;
    }

    /// Adds a pending opt-in in place of the account's earlier one on that channel.
    public StateDraft pending(PendingOptIn waiting) {
        pending.removeIf(
                old -> old.consent().isFor(waiting.account(), waiting.consent().channel()));
        pending.add(waiting);
        return this;
    }

    /// Drops the pending opt-ins that `ended` picks.
    public StateDraft endPending(Predicate<PendingOptIn> ended) {
        pending.removeIf(ended);
        return this;
    }

    /// Notes a message from the recipient; an older one changes nothing.
    public StateDraft inbound(AccountId account, Channel channel, Instant at) {
        Inbound.put(new Inbound(account, channel.carrier(), at), inbound);
        return this;
    }

    /// Adds a grant and drops those that no rule counts any more.
    public StateDraft grant(Grant taken, Instant now) {
        grants.replaceAll(grant -> grant.as(grant.statusAt(now)));
        Instant horizon = now.minus(Bounds.LONGEST_WINDOW);
        grants.removeIf(grant -> !grant.at().isAfter(horizon) && !grant.openAt(now));
        grants.add(taken);
        return this;
    }

    /// Replaces grants by what `change` makes of them.
    public StateDraft grants(UnaryOperator<Grant> change) {
        grants.replaceAll(change);
        return this;
    }

    /// The consents as they are now.
    public List<Consent> consents() {
        return List.copyOf(consents);
    }

    /// The opt-outs as they are now.
    public List<OptOut> optOuts() {
        return List.copyOf(optOuts);
    }

    /// The recipient's last START as it is now.
    public Optional<Act> lastOptIn() {
        return lastOptIn;
    }

    /// Binds an idempotency key and drops those that have had their time.
    public StateDraft key(KeyBinding binding, Instant now) {
        keys.removeIf(old -> old.at().plus(Bounds.KEY_LIFE).isBefore(now));
        keys.add(binding);
        return this;
    }

    /// Forgets idempotency keys.
    public StateDraft unbind(Predicate<KeyBinding> gone) {
        keys.removeIf(gone);
        return this;
    }

    /// Puts a reference on record; answers whether there was room.
    public boolean reference(Reference known) {
        return Reference.put(known, references);
    }

    /// Remembers a provider's message id.
    public StateDraft seen(String id) {
        seen.add(id);
        Bounds.keepLast(seen, Bounds.SEEN);
        return this;
    }

    /// Remembers a START or a confirmation for ever.
    public StateDraft used(String id) {
        used.add(id);
        return this;
    }

    /// Remembers an opt-out, or a confirmation of nothing, longer than other messages.
    public StateDraft acted(String id) {
        acts.add(id);
        Bounds.keepLast(acts, Bounds.ACTS);
        return this;
    }

    /// Remembers a ledger that has been taken over, by its tag.
    public StateDraft join(String tag) {
        joined.add(tag);
        Bounds.keepLast(joined, Bounds.JOINED);
        return this;
    }

    /// Replaces the account's full caps.
    public StateDraft capOpenings(List<CapOpening> full) {
        capOpenings.removeIf(old -> full.stream().anyMatch(old::isOfSameCap));
        capOpenings.addAll(full);
        return this;
    }

    /// Drops the full caps that `opened` picks.
    public StateDraft endCapOpenings(Predicate<CapOpening> opened) {
        capOpenings.removeIf(opened);
        return this;
    }

    /// Remembers that a capture came from a barred source.
    public StateDraft refusedSource(RefusedSource refused) {
        if (!refusedSources.contains(refused)) {
            refusedSources.add(refused);
        }
        return this;
    }

    /// Remembers that a held request was cancelled.
    public StateDraft cancelHold(String id) {
        cancelledHolds.add(id);
        Bounds.keepLast(cancelledHolds, Bounds.CANCELLED_HOLDS);
        return this;
    }
}
