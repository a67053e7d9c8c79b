package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.consent.Act;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.decision.Facts;
import io.sendgate.decision.Pace;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.StateDraft;
import io.sendgate.message.SendRequest;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A person as one account of a family knows them: the place where entries and notes about them
/// begin.
///
/// @param account the account for which something happens
/// @param root the root of its family
public record Recipient(
        Ports ports, AccountId account, AccountId root, Person person, RecipientTag tag) {

    private static final int FINGERPRINT_LENGTH = 11;

    /// The person who is named so, for an account.
    public static Recipient of(Ports ports, AccountFacts facts, Person person) {
        AccountId root = facts.account().root();
        return new Recipient(
                ports, facts.account().id(), root, person, ports.vault().tag(root, person));
    }

    /// The person's number.
    ///
    /// @throws IllegalStateException of somebody known by an id alone: only webhooks name such
    ///     people, and nothing is ever decided about a message to them
    public PhoneNumber number() {
        if (person instanceof PhoneNumber number) {
            return number;
        }
        throw new IllegalStateException("a person without a number");
    }

    /// The number of the entry after `newest`.
    public static long next(Optional<Entry> newest) {
        return newest.map(Entry::number).orElse(0L) + 1;
    }

    /// The state that `newest` left.
    public static RecipientState state(Optional<Entry> newest) {
        return newest.map(Entry::state).orElse(RecipientState.UNKNOWN);
    }

    /// When a person did something: at the time that is told of it, else on arrival.
    ///
    /// What has only its arrival comes after every opt-in that has arrived, however far ahead the
    /// clock was by which that one is dated: an opt-out that has been acknowledged holds.
    static Act act(Optional<Instant> told, Optional<Entry> newest, Instant now) {
        Instant arrival = state(newest).lastOptIn().map(Act::at).filter(now::isBefore).orElse(now);
        return new Act(told.orElse(arrival), told.isPresent(), next(newest));
    }

    /// A draft of the next state; it keeps the number, sealed, from the first entry on.
    public StateDraft draft(Optional<Entry> newest) {
        StateDraft draft = state(newest).draft();
        if (state(newest).tel().isEmpty() && person instanceof PhoneNumber number) {
            draft.tel(ports.vault().seal(root, tag, number));
        }
        return draft;
    }

    /// The entry after `newest`.
    public Entry entry(
            Optional<Entry> newest,
            Instant at,
            List<Change> changes,
            Optional<Detail> detail,
            RecipientState state) {
        String nonce = HexFormat.of().toHexDigits(ports.chance().next());
        return new Entry(
                        tag,
                        next(newest),
                        root,
                        account,
                        at,
                        changes,
                        detail,
                        state,
                        Optional.empty(),
                        nonce)
                .after(newest);
    }

    /// A note beside the ledger, decided on `newest`.
    public Note note(
            NoteKey key,
            Optional<Entry> newest,
            Instant at,
            List<Change> changes,
            Optional<Detail> detail,
            Optional<Instant> due) {
        return new Note(tag, key, root, account, at, next(newest) - 1, changes, detail, due);
    }

    /// Everything a decision about this person rests on.
    public Facts facts(AccountFacts accountFacts, RecipientState state, SendRequest request) {
        PhoneNumber number = number();
        RecipientTag platformTag = ports.vault().platformTag(number);
        return new Facts(
                accountFacts,
                state,
                ports.atlas().zones(number, state.whereabouts()),
                state.whereabouts().country().or(() -> ports.atlas().country(number)),
                ports.atlas().regions(number, state.whereabouts()),
                accountFacts.platform().blockedTags().contains(platformTag.value()),
                new Facts.Fingerprint(
                        request.subject().map(this::fingerprint),
                        request.sequence().map(this::fingerprint),
                        request.body().map(this::fingerprint)),
                Pace.OPEN);
    }

    /// A short keyed hash of a text: equal texts of one family have equal fingerprints.
    public String fingerprint(String text) {
        return ports.vault().hash(root, text).substring(0, FINGERPRINT_LENGTH);
    }

    /// The hash under which an idempotency key of this account is kept.
    public String keyHash(String scope, String key) {
        return ports.vault().hash(root, scope + "|" + account.value() + "|" + key);
    }

    /// The bits of a hash, as a note's reference takes them.
    public static long bits(String hash) {
        return ByteBuffer.wrap(Base64.getUrlDecoder().decode(hash)).getLong();
    }
}
