package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.consent.Consent;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.RecipientState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a capture is kept, and what its own entry or note says of it.
///
/// @param account the account that captured it
/// @param number the entry it is in, or the one it was refused on
/// @param given the consent it gave; empty for a refusal
/// @param state what its own entry left; for a note, nothing
record KeptCapture(
        String id,
        RecipientTag tag,
        AccountId root,
        AccountId account,
        Instant at,
        long number,
        Optional<Detail> detail,
        Optional<Consent> given,
        RecipientState state) {

    /// What an entry keeps; empty where that is nothing for this account.
    ///
    /// Several consents of one START have one id; the first of the account's stands for them.
    static Optional<KeptCapture> of(AccountFacts asking, Entry entry, String id) {
        Optional<Consent> given =
                consents(entry)
                        .filter(one -> one.entry() == entry.number())
                        .filter(one -> isFor(asking, one.account(), entry.root()))
                        .findFirst();
        boolean refused =
                entry.changes().stream().anyMatch(Change.ConsentRefused.class::isInstance);
        AccountId account = given.map(Consent::account).orElse(entry.account());
        KeptCapture kept =
                new KeptCapture(
                        id,
                        entry.tag(),
                        entry.root(),
                        account,
                        entry.at(),
                        entry.number(),
                        entry.detail(),
                        given,
                        entry.state());
        return Optional.of(kept)
                .filter(one -> given.isPresent() || refused)
                .filter(one -> isFor(asking, account, entry.root()));
    }

    /// What a note keeps: a refusal; empty where it is not for this account.
    static Optional<KeptCapture> of(AccountFacts asking, Note note, String id) {
        KeptCapture kept =
                new KeptCapture(
                        id,
                        note.tag(),
                        note.root(),
                        note.account(),
                        note.at(),
                        note.asOf(),
                        note.detail(),
                        Optional.empty(),
                        RecipientState.UNKNOWN);
        return Optional.of(kept).filter(one -> isFor(asking, note.account(), note.root()));
    }

    private static boolean isFor(AccountFacts asking, AccountId owner, AccountId root) {
        return ReadAuthorizations.isFor(asking, owner, root);
    }

    private static Stream<Consent> consents(Entry entry) {
        return Stream.concat(
                entry.state().consents().stream(),
                entry.state().pending().stream().map(PendingOptIn::consent));
    }

    /// What was submitted; empty for a consent that the person's own message gave.
    Optional<Detail.ConsentCapture> submitted() {
        return detail.flatMap(Detail::consentCapture);
    }

    /// The record of a consent.
    ConsentRecord consent(Consent consent, ConsentCourse course, PhoneNumber recipient) {
        boolean waits = course.status() == ConsentRecord.Status.PENDING;
        boolean over =
                course.status() == ConsentRecord.Status.REVOKED
                        || course.status() == ConsentRecord.Status.EXPIRED;
        return new ConsentRecord(
                id,
                consent.account(),
                recipient,
                submitted().map(one -> one.capture().channel()).orElse(consent.channel()),
                consent.purposes(),
                course.inForce().stream().filter(consent.purposes()::contains).toList(),
                consent.method(),
                consent.source(),
                consent.tier(),
                consent.at(),
                consent.recorded(),
                course.status(),
                course.end().filter(end -> waits),
                course.end().filter(end -> over),
                List.of(),
                detail);
    }

    /// The record of a refusal.
    ConsentRecord refusal(Detail.ConsentCapture submitted) {
        return new ConsentRecord(
                id,
                account,
                submitted.capture().recipient(),
                submitted.capture().channel(),
                submitted.capture().purposes(),
                List.of(),
                submitted.capture().method(),
                submitted.capture().source(),
                submitted.tier(),
                submitted.capture().evidence().capturedAt().orElse(submitted.recordedAt()),
                submitted.recordedAt(),
                ConsentRecord.Status.REFUSED,
                Optional.empty(),
                Optional.empty(),
                submitted.reasons(),
                detail);
    }
}
