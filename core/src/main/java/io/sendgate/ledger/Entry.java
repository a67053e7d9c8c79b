package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Consent;
import io.sendgate.contact.RecipientTag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One entry of a recipient's ledger: what happened, and the state it left.
///
/// @param number 1 for the first; nobody writes n + 1 without having seen n
/// @param root the family it belongs to
/// @param account the account it happened for
/// @param at business time
/// @param changes what happened, at least one
/// @param detail what is personal about it
/// @param state the recipient from here on
/// @param agenda when the agenda must look, where the entry before has not asked for that already
/// @param nonce this writer's own mark, by which it knows its write again
public record Entry(
        RecipientTag tag,
        long number,
        AccountId root,
        AccountId account,
        Instant at,
        List<Change> changes,
        Optional<Detail> detail,
        RecipientState state,
        Optional<Instant> agenda,
        String nonce) {

    /// Copies the list, so that an entry never changes.
    public Entry {
        changes = List.copyOf(changes);
    }

    /// This entry as the one after `before`: what that has asked the agenda for is not asked again.
    public Entry after(Optional<Entry> before) {
        Optional<Instant> asked = before.flatMap(Entry::due);
        Optional<Instant> anew = due().filter(due -> !asked.equals(Optional.of(due)));
        return new Entry(tag, number, root, account, at, changes, detail, state, anew, nonce);
    }

    /// The next instant at which something of this state is due: a permit, an opt-in, a consent, a
    /// cap, or the evidence of an erased recipient.
    public Optional<Instant> due() {
        Stream<Instant> permits =
                state.grants().stream()
                        .filter(
                                grant ->
                                        grant.returnable()
                                                && grant.status() == Grant.Status.GRANTED)
                        .map(Grant::expires);
        Stream<Instant> optIns = state.pending().stream().map(one -> one.until());
        Stream<Instant> consents =
                state.consents().stream().map(Consent::until).flatMap(Optional::stream);
        Stream<Instant> caps = state.capOpenings().stream().map(CapOpening::opensAt);
        Stream<Instant> erasure =
                changes.stream().filter(Change.Erased.class::isInstance).map(change -> at);
        return Stream.of(permits, optIns, consents, caps, erasure)
                .flatMap(instants -> instants)
                .min(Instant::compareTo);
    }

    /// Whether an opt-out is among its changes.
    public boolean optsOut() {
        return changes.stream().anyMatch(Change.OptedOut.class::isInstance);
    }
}
