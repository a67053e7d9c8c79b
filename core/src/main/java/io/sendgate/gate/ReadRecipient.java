package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.RecipientState;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks a person up: who is behind a tag, what is known, and what has happened.
public final class ReadRecipient {

    private static final Comparator<Happening> NEWEST_FIRST =
            Comparator.comparing(Happening::at)
                    .thenComparing(Happening::number)
                    .reversed()
                    .thenComparing(Happening::place);

    private final Ports ports;
    private final LedgerPages pages;

    /// The use case over its ports.
    public ReadRecipient(Ports ports) {
        this.ports = ports;
        this.pages = new LedgerPages(ports.ledger());
    }

    /// A person and what is known of them.
    public record Known(Recipient recipient, RecipientState state) {}

    /// Something that happened to a person, as one entry or note records it.
    ///
    /// @param place where it is recorded, unique for the person
    /// @param number the entry's number; for a note, that of the entry it was decided on
    /// @param account the account it happened for
    public record Happening(
            String place,
            long number,
            Instant at,
            AccountId account,
            List<Change> changes,
            Optional<Detail> detail) {

        /// Copies the list, so that it never changes.
        public Happening {
            changes = List.copyOf(changes);
        }
    }

    /// The person behind a number; of a stranger nothing is known.
    public Known known(AccountFacts account, PhoneNumber number) {
        Recipient recipient = Recipient.of(ports, account, number);
        return new Known(recipient, Recipient.state(ports.ledger().newest(recipient.tag())));
    }

    /// The person behind a tag of the account's family.
    ///
    /// Empty for a tag of anybody else's, for one that nobody has, and after an erasure, which
    /// forgets the number.
    public Optional<Known> known(AccountFacts account, RecipientTag tag) {
        AccountId root = account.account().root();
        return ports.ledger()
                .newest(tag)
                .filter(entry -> entry.root().equals(root))
                .flatMap(entry -> entry.state().tel().map(tel -> opened(account, entry, tel)));
    }

    /// A ledger that was begun under an id alone leads to the number's.
    private Known opened(AccountFacts account, Entry entry, String tel) {
        PhoneNumber number = ports.vault().open(entry.root(), entry.tag(), tel);
        Recipient recipient = Recipient.of(ports, account, number);
        return recipient.tag().equals(entry.tag())
                ? new Known(recipient, entry.state())
                : known(account, number);
    }

    /// Everything that happened to a person for the account, newest first.
    ///
    /// A root account also sees what happened for its sub-accounts. What came before an erasure is
    /// not shown, though it may take a day to go.
    public List<Happening> history(AccountFacts account, Recipient recipient) {
        List<Entry> entries = pages.entries(recipient.tag(), 0);
        Erasures erasures = Erasures.among(entries);
        Stream<Happening> recorded =
                entries.stream()
                        .filter(one -> !erasures.hide(one))
                        .filter(one -> ReadAuthorizations.isFor(account, one.account(), one.root()))
                        .map(ReadRecipient::happening);
        Stream<Happening> noted =
                pages.notes(recipient.tag(), "N#").stream()
                        .filter(one -> !erasures.hide(one))
                        .filter(one -> ReadAuthorizations.isFor(account, one.account(), one.root()))
                        .filter(one -> !repeatsItsEntry(one))
                        .map(ReadRecipient::happening);
        return Stream.concat(recorded, noted).sorted(NEWEST_FIRST).toList();
    }

    /// The cancellation of a hold is an entry; the note beside the hold only repeats it.
    private static boolean repeatsItsEntry(Note note) {
        return note.changes().stream().allMatch(Change.HoldCancelled.class::isInstance);
    }

    private static Happening happening(Entry entry) {
        return new Happening(
                "S#" + entry.number(),
                entry.number(),
                entry.at(),
                entry.account(),
                entry.changes(),
                entry.detail());
    }

    private static Happening happening(Note note) {
        return new Happening(
                note.key().value(),
                note.asOf(),
                note.at(),
                note.account(),
                note.changes(),
                note.detail());
    }
}
