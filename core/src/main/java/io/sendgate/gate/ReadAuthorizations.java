package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds authorizations again: by id, complete from the moment the id is known, or by person.
public final class ReadAuthorizations {

    private static final int PAGE = 100;

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
    public List<AuthorizationRecord> about(AccountFacts account, PhoneNumber number) {
        Recipient recipient = Recipient.of(ports, account, number);
        Stream<AuthorizationRecord> allows =
                everyEntry(recipient.tag(), 0).stream()
                        .filter(entry -> isFor(account, entry.account(), entry.root()))
                        .flatMap(entry -> allowed(entry).stream());
        Stream<AuthorizationRecord> refusals =
                everyNote(recipient.tag(), "N#").stream()
                        .filter(note -> isFor(account, note.account(), note.root()))
                        .filter(note -> note.key().value().indexOf('#', 2) < 0)
                        .flatMap(note -> refused(note).stream());
        return Stream.concat(allows, refusals)
                .sorted(Comparator.comparing(AuthorizationRecord::at).reversed())
                .toList();
    }

    private Optional<AuthorizationRecord> allowed(Entry entry) {
        Optional<Change.Authorized> authorized =
                entry.changes().stream()
                        .filter(Change.Authorized.class::isInstance)
                        .map(Change.Authorized.class::cast)
                        .findFirst();
        return authorized.flatMap(
                change ->
                        entry.detail()
                                .flatMap(Detail::authorization)
                                .map(detail -> allowed(entry, change, detail)));
    }

    private AuthorizationRecord allowed(
            Entry entry, Change.Authorized change, Detail.Authorization detail) {
        List<Entry> later = everyEntry(entry.tag(), entry.number());
        List<Change> history =
                later.stream()
                        .flatMap(one -> one.changes().stream())
                        .filter(one -> isAbout(one, detail.id()))
                        .toList();
        Instant now = ports.clock().instant();
        Optional<Grant> kept =
                (later.isEmpty() ? entry : later.getLast()).state().grant(entry.number());
        Grant.Status status =
                kept.map(grant -> grant.statusAt(now)).orElseGet(() -> lastStatus(entry, history, now));
        List<Change.DeliveryUpdated> receipts =
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

    private static Grant.Status lastStatus(Entry entry, List<Change> history, Instant now) {
        Grant.Status granted =
                entry.state()
                        .grant(entry.number())
                        .map(grant -> grant.statusAt(now))
                        .orElse(Grant.Status.GRANTED);
        return history.stream()
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

    private static Optional<String> messageHash(List<Change> history) {
        return history.stream()
                .filter(Change.OutcomeReported.class::isInstance)
                .flatMap(change -> ((Change.OutcomeReported) change).messageHash().stream())
                .reduce((first, second) -> second);
    }

    private List<Change.DeliveryUpdated> receipts(RecipientTag tag, String messageHash) {
        return everyNote(tag, NoteKey.receiptsOf(messageHash)).stream()
                .sorted(Comparator.comparing(Note::at))
                .flatMap(note -> note.changes().stream())
                .filter(Change.DeliveryUpdated.class::isInstance)
                .map(Change.DeliveryUpdated.class::cast)
                .toList();
    }

    private Optional<AuthorizationRecord> refused(Note note) {
        return note.detail()
                .flatMap(Detail::authorization)
                .map(detail -> Holds.record(note, detail, everyNote(note.tag(), note.key().value() + "#")));
    }

    private List<Entry> everyEntry(RecipientTag tag, long after) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page = ports.ledger().entries(tag, after, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page =
                    page.size() < PAGE
                            ? List.of()
                            : ports.ledger().entries(tag, page.getLast().number(), PAGE);
        }
        return all;
    }

    private List<Note> everyNote(RecipientTag tag, String prefix) {
        List<Note> all = new ArrayList<>();
        List<Note> page = ports.ledger().notes(tag, prefix, "", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page =
                    page.size() < PAGE
                            ? List.of()
                            : ports.ledger().notes(tag, prefix, page.getLast().key().value(), PAGE);
        }
        return all;
    }
}
