package io.sendgate.local.store;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Scope;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Entries and notes to store.
final class Entries {

    static final Instant NOW = Instant.parse("2026-11-22T03:10:00.125Z");
    static final String SAID = "STOP writing to +16505551234";

    private Entries() {}

    /// An opt-out at a number, later the higher the number.
    static Entry optOut(RecipientTag tag, long number) {
        return optOut(tag, number, TestStore.ADA);
    }

    static Entry optOut(RecipientTag tag, long number, AccountId account) {
        Instant at = NOW.plus(Duration.ofSeconds(number));
        return new Entry(
                tag,
                number,
                TestStore.ADA,
                account,
                at,
                List.of(new Change.OptedOut(Scope.ALL, Optional.empty(), at, "phone-call")),
                Optional.of(new Detail.RecordedOptOut("phone-call", Optional.of(SAID))),
                RecipientState.UNKNOWN.draft().seen("by " + number).done(),
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    /// An entry without an opt-out, whose state names its writer.
    static Entry facts(RecipientTag tag, long number, String writer) {
        return new Entry(
                tag,
                number,
                TestStore.ADA,
                TestStore.ADA,
                NOW,
                List.of(new Change.FactsRecorded(TestStore.ADA, List.of("timezone"))),
                Optional.empty(),
                RecipientState.UNKNOWN.draft().seen(writer).done(),
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    /// A refused capture's note.
    static Note note(RecipientTag tag, long bits, long asOf) {
        return new Note(
                tag,
                NoteKey.of(new Ref.Noted(bits)),
                TestStore.ADA,
                TestStore.ADA,
                NOW,
                asOf,
                List.of(new Change.FactsRecorded(TestStore.ADA, List.of("region"))),
                Optional.of(new Detail.RecordedOptOut("email", Optional.of(SAID))),
                Optional.of(NOW.plus(Duration.ofHours(1))));
    }
}
