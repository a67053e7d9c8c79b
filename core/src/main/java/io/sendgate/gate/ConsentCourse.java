package io.sendgate.gate;

import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What has become of a consent, told by the states that later entries left.
///
/// @param inForce what of it still holds
/// @param end the instant from which it no longer holds, or no longer waits; may lie ahead
record ConsentCourse(
        ConsentRecord.Status status,
        List<Coverage> inForce,
        Optional<Instant> end,
        Optional<Instant> confirmedAt) {

    /// The course as the newest state alone tells it; empty where the consent is not in it any
    /// more.
    static Optional<ConsentCourse> standing(Consent given, RecipientState state, Instant now) {
        return find(given, state)
                .map(consent -> held(consent, now))
                .or(() -> waiting(given, state).map(one -> waits(one, now)));
    }

    private static ConsentCourse held(Consent consent, Instant now) {
        boolean holds = consent.holdsAt(now);
        return new ConsentCourse(
                holds ? ConsentRecord.Status.ACTIVE : ConsentRecord.Status.EXPIRED,
                holds ? consent.purposes() : List.of(),
                consent.until(),
                Optional.empty());
    }

    private static ConsentCourse waits(PendingOptIn waiting, Instant now) {
        return new ConsentCourse(
                waiting.openAt(now) ? ConsentRecord.Status.PENDING : ConsentRecord.Status.EXPIRED,
                List.of(),
                Optional.of(waiting.until()),
                Optional.empty());
    }

    /// The course as all later entries tell it.
    ///
    /// A consent that a newer one of at least its strength has replaced goes on as that one.
    ///
    /// @param from the state that the consent's own entry left
    /// @param later the entries after it, oldest first
    /// @return empty where the person was forgotten since
    static Optional<ConsentCourse> of(
            Consent given, RecipientState from, List<Entry> later, Instant now) {
        Consent current = given;
        boolean pending = waiting(given, from).isPresent();
        Optional<Instant> confirmed = Optional.empty();
        for (Entry entry : later) {
            if (isForgotten(given, entry)) {
                return Optional.empty();
            }
            boolean held = find(current, entry.state()).isPresent();
            if (pending && held) {
                confirmed = Optional.of(entry.at());
                pending = false;
            } else if (!held && !(pending && waiting(current, entry.state()).isPresent())) {
                Optional<Consent> successor =
                        pending ? Optional.empty() : successor(current, entry);
                if (successor.isEmpty()) {
                    return Optional.of(ended(entry, pending, confirmed));
                }
                current = successor.get();
            }
        }
        RecipientState last = later.isEmpty() ? from : later.getLast().state();
        Optional<Instant> confirmedAt = confirmed;
        return standing(current, last, now)
                .map(one -> new ConsentCourse(one.status, one.inForce, one.end, confirmedAt));
    }

    private static boolean isForgotten(Consent given, Entry entry) {
        return entry.account().equals(given.account())
                && entry.changes().stream().anyMatch(Change.Erased.class::isInstance);
    }

    private static ConsentCourse ended(Entry entry, boolean pending, Optional<Instant> confirmed) {
        boolean optedOut = entry.changes().stream().anyMatch(ConsentCourse::isOptOut);
        boolean lapsed = entry.changes().stream().anyMatch(Change.ConsentExpired.class::isInstance);
        ConsentRecord.Status status =
                !optedOut && (lapsed || pending)
                        ? ConsentRecord.Status.EXPIRED
                        : ConsentRecord.Status.REVOKED;
        return new ConsentCourse(status, List.of(), Optional.of(entry.at()), confirmed);
    }

    /// A STOP of somebody who is out already is heard without being an opt-out of its own.
    private static boolean isOptOut(Change change) {
        return change instanceof Change.OptedOut
                || change instanceof Change.MessageReceived heard
                        && heard.intent().equals("opt-out");
    }

    private static Optional<Consent> successor(Consent replaced, Entry entry) {
        boolean optedOut = entry.changes().stream().anyMatch(ConsentCourse::isOptOut);
        return entry.state().consents().stream()
                .filter(one -> !optedOut && one.entry() == entry.number())
                .filter(one -> one.isFor(replaced.account(), replaced.channel()))
                .findFirst();
    }

    private static Optional<Consent> find(Consent sought, RecipientState state) {
        return state.consents().stream().filter(one -> isSame(one, sought)).findFirst();
    }

    private static Optional<PendingOptIn> waiting(Consent sought, RecipientState state) {
        return state.pending().stream().filter(one -> isSame(one.consent(), sought)).findFirst();
    }

    private static boolean isSame(Consent one, Consent sought) {
        return one.entry() == sought.entry() && one.isFor(sought.account(), sought.channel());
    }
}
