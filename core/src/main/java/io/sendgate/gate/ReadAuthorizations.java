package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.AuthorizationRecord.Dated;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds authorizations again: by id, complete from the moment the id is known, or by person.
public final class ReadAuthorizations {

    private final Ports ports;

    /// The use case over its ports.
    public ReadAuthorizations(Ports ports) {
        this.ports = ports;
    }

    /// The authorization of that id; empty where there is none for this account.
    public Optional<AuthorizationRecord> find(AccountFacts account, String id) {
        return ports.ids().locate(IdPrefix.AUTH, id).flatMap(found -> find(account, found));
    }

    private Optional<AuthorizationRecord> find(AccountFacts account, IdMint.Located located) {
        return switch (located.ref()) {
            case Ref.Numbered ref ->
                    ports.ledger()
                            .entry(located.tag(), ref.number())
                            .filter(entry -> isFor(account, entry.account(), entry.root()))
                            .flatMap(this::allowed);
            case Ref.Noted ref ->
                    ports.ledger()
                            .note(located.tag(), NoteKey.of(ref))
                            .filter(note -> isFor(account, note.account(), note.root()))
                            .flatMap(this::refused);
        };
    }

    /// A thing is the account's own, or its root's to see.
    static boolean isFor(AccountFacts asking, AccountId owner, AccountId root) {
        return owner.equals(asking.account().id()) || root.equals(asking.account().id());
    }

    /// All decisions about a person that are on record for the account, newest first.
    ///
    /// What came before an erasure is no longer told, whether or not it is deleted yet.
    public List<AuthorizationRecord> about(AccountFacts account, PhoneNumber number) {
        Recipient recipient = Recipient.of(ports, account, number);
        LedgerPages pages = new LedgerPages(ports.ledger());
        List<Entry> entries = pages.entries(recipient.tag(), 0);
        Erasures erasures = Erasures.among(entries);
        Stream<AuthorizationRecord> allows =
                IntStream.range(0, entries.size())
                        .filter(i -> !erasures.hide(entries.get(i)))
                        .filter(
                                i ->
                                        isFor(
                                                account,
                                                entries.get(i).account(),
                                                entries.get(i).root()))
                        .mapToObj(
                                i ->
                                        allowed(
                                                entries.get(i),
                                                entries.subList(i + 1, entries.size())))
                        .flatMap(Optional::stream);
        Stream<AuthorizationRecord> refusals =
                pages.notes(recipient.tag(), "N#").stream()
                        .filter(note -> isFor(account, note.account(), note.root()))
                        .filter(note -> !erasures.hide(note))
                        .filter(note -> note.key().value().indexOf('#', 2) < 0)
                        .flatMap(note -> refused(note).stream());
        return Stream.concat(allows, refusals)
                .sorted(Comparator.comparing(AuthorizationRecord::at).reversed())
                .toList();
    }

    private Optional<AuthorizationRecord> allowed(Entry entry) {
        return allowed(entry, new LedgerPages(ports.ledger()).entries(entry.tag(), entry.number()));
    }

    private Optional<AuthorizationRecord> allowed(Entry entry, List<Entry> later) {
        Optional<Change.Authorized> authorized =
                entry.changes().stream()
                        .filter(Change.Authorized.class::isInstance)
                        .map(Change.Authorized.class::cast)
                        .findFirst();
        return authorized.flatMap(
                change ->
                        entry.detail()
                                .flatMap(Detail::authorization)
                                .map(detail -> allowed(entry, later, change, detail)));
    }

    private AuthorizationRecord allowed(
            Entry entry, List<Entry> later, Change.Authorized change, Detail.Authorization detail) {
        List<Dated> history =
                later.stream()
                        .flatMap(
                                one ->
                                        one.changes().stream()
                                                .filter(about -> isAbout(about, detail.id()))
                                                .map(about -> new Dated(one.at(), about)))
                        .toList();
        Instant now = ports.clock().instant();
        Optional<Grant> kept =
                (later.isEmpty() ? entry : later.getLast()).state().grant(entry.number());
        Grant.Status status =
                kept.map(grant -> grant.statusAt(now))
                        .orElseGet(() -> lastStatus(entry, history, now));
        List<Dated> receipts =
                messageHash(history).map(hash -> receipts(entry.tag(), hash)).orElse(List.of());
        return new AuthorizationRecord(
                detail,
                entry.at(),
                Optional.of(status),
                change.hold(),
                history,
                receipts,
                false,
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static boolean isAbout(Change change, String id) {
        return switch (change) {
            case Change.Redeemed one -> one.id().equals(id);
            case Change.OutcomeReported one -> one.id().equals(id);
            case Change.PermitsRevoked one -> one.ids().contains(id);
            case Change.PermitsExpired one -> one.ids().contains(id);
            case Change.DeliveryUpdated one -> one.authorization().equals(Optional.of(id));
            default -> false;
        };
    }

    private static Grant.Status lastStatus(Entry entry, List<Dated> history, Instant now) {
        Grant.Status granted =
                entry.state()
                        .grant(entry.number())
                        .map(grant -> grant.statusAt(now))
                        .orElse(Grant.Status.GRANTED);
        return history.stream()
                .map(Dated::change)
                .map(ReadAuthorizations::statusAfter)
                .flatMap(Optional::stream)
                .reduce(granted, (before, after) -> after);
    }

    private static Optional<Grant.Status> statusAfter(Change change) {
        return switch (change) {
            case Change.Redeemed one -> Optional.of(Grant.Status.REDEEMED);
            case Change.OutcomeReported one -> Optional.of(one.status());
            case Change.PermitsRevoked one -> Optional.of(Grant.Status.REVOKED);
            case Change.PermitsExpired one -> Optional.of(Grant.Status.EXPIRED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> messageHash(List<Dated> history) {
        return history.stream()
                .map(Dated::change)
                .filter(Change.OutcomeReported.class::isInstance)
                .flatMap(change -> ((Change.OutcomeReported) change).messageHash().stream())
                .reduce((first, second) -> second);
    }

    private List<Dated> receipts(RecipientTag tag, String messageHash) {
        return new LedgerPages(ports.ledger())
                .notes(tag, NoteKey.receiptsOf(messageHash)).stream()
                        .sorted(Comparator.comparing(Note::at))
                        .flatMap(
                                note ->
                                        note.changes().stream()
                                                .map(change -> new Dated(note.at(), change)))
                        .toList();
    }

    private Optional<AuthorizationRecord> refused(Note note) {
        return note.detail()
                .flatMap(Detail::authorization)
                .map(
                        detail ->
                                Holds.record(
                                        note,
                                        detail,
                                        new LedgerPages(ports.ledger())
                                                .notes(note.tag(), note.key().value() + "#")));
    }
}
