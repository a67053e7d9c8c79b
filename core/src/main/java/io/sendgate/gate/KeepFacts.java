package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Reference;
import io.sendgate.ledger.Relationship;
import io.sendgate.ledger.StateDraft;
import io.sendgate.ledger.Whereabouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Puts facts about a recipient on record: where they are, what they are to the account, what they
/// have
/// booked or paid. An exception in a rule is met by such a fact, never by a word typed in a
/// request.
public final class KeepFacts {

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public KeepFacts(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// What the recipient is to the account, before the account is known.
    public record Known(String type, Optional<String> reference, Optional<LocalDate> since) {

        private List<String> texts() {
            return Stream.concat(Stream.of(type), reference.stream()).toList();
        }
    }

    /// Replaces the facts about a recipient; what is left out is no longer on record.
    ///
    /// @return the state from here on
    public RecipientState keep(
            AccountFacts account,
            PhoneNumber number,
            Whereabouts whereabouts,
            Optional<Known> known) {
        Notebook.require(ports, account, known.map(Known::texts).orElse(List.of()));
        Recipient recipient = Recipient.of(ports, account, number);
        return loop.run(recipient.tag(), newest -> plan(recipient, whereabouts, known, newest));
    }

    private Plan<RecipientState> plan(
            Recipient recipient,
            Whereabouts whereabouts,
            Optional<Known> known,
            Optional<Entry> newest) {
        RecipientState before = Recipient.state(newest);
        Optional<Relationship> relationship =
                known.map(
                        one ->
                                new Relationship(
                                        recipient.account(),
                                        one.type(),
                                        one.reference(),
                                        one.since()));
        boolean same =
                before.whereabouts().equals(whereabouts)
                        && before.relationship(recipient.account()).equals(relationship);
        if (same && newest.isPresent()) {
            return new Plan.Answer<>(before);
        }
        StateDraft draft =
                recipient
                        .draft(newest)
                        .whereabouts(whereabouts)
                        .noRelationship(recipient.account());
        relationship.ifPresent(draft::relationship);
        Change change = new Change.FactsRecorded(recipient.account(), members(whereabouts, known));
        return append(recipient, newest, change, draft.done());
    }

    private static List<String> members(Whereabouts whereabouts, Optional<Known> known) {
        List<String> members = new ArrayList<>();
        whereabouts.timezone().ifPresent(zone -> members.add("timezone"));
        whereabouts.country().ifPresent(country -> members.add("country"));
        whereabouts.region().ifPresent(region -> members.add("region"));
        whereabouts.postalCode().ifPresent(code -> members.add("postalCode"));
        known.ifPresent(one -> members.add("relationship"));
        return members;
    }

    /// Puts a reference on record.
    ///
    /// @throws NoteRefused where its name may not be kept
    /// @return whether there was room: at most 50 a recipient, closed ones give way first
    public boolean keepReference(
            AccountFacts account, PhoneNumber number, String name, String kind, String status) {
        Notebook.require(ports, account, List.of(name));
        Recipient recipient = Recipient.of(ports, account, number);
        return loop.run(
                recipient.tag(),
                newest -> {
                    Instant now = ports.clock().instant();
                    Reference reference =
                            new Reference(recipient.account(), name, kind, status, now);
                    return planReference(recipient, reference, newest);
                });
    }

    private Plan<Boolean> planReference(
            Recipient recipient, Reference reference, Optional<Entry> newest) {
        boolean same =
                Recipient.state(newest)
                        .reference(reference.account(), reference.ref())
                        .filter(old -> old.kind().equals(reference.kind()))
                        .filter(old -> old.status().equals(reference.status()))
                        .isPresent();
        if (same) {
            return new Plan.Answer<>(true);
        }
        StateDraft draft = recipient.draft(newest);
        if (!draft.reference(reference)) {
            return new Plan.Answer<>(false);
        }
        Change change =
                new Change.ReferenceRecorded(
                        recipient.account(), reference.kind(), reference.status());
        Entry entry =
                recipient.entry(
                        newest, reference.at(), List.of(change), Optional.empty(), draft.done());
        return new Plan.Append<>(entry, true);
    }

    /// Blocks a recipient for the family, or lifts the block; open permits fall with a block.
    public void block(AccountFacts account, PhoneNumber number, boolean blocked, String why) {
        Recipient recipient = Recipient.of(ports, account, number);
        loop.run(recipient.tag(), newest -> planBlock(recipient, blocked, why, newest));
    }

    private Plan<RecipientState> planBlock(
            Recipient recipient, boolean blocked, String why, Optional<Entry> newest) {
        RecipientState before = Recipient.state(newest);
        if (before.blocked().isPresent() == blocked) {
            return new Plan.Answer<>(before);
        }
        Instant now = ports.clock().instant();
        StateDraft draft =
                recipient.draft(newest).blocked(blocked ? Optional.of(now) : Optional.empty());
        List<Change> changes = new ArrayList<>(List.of(new Change.BlockChanged(blocked, why)));
        if (blocked) {
            RecordOptOut.revoked(
                            recipient,
                            draft,
                            before.grants().stream().filter(grant -> grant.openAt(now)).toList(),
                            "block")
                    .ifPresent(changes::add);
        }
        RecipientState state = draft.done();
        return new Plan.Append<>(
                recipient.entry(newest, now, changes, Optional.empty(), state), state);
    }

    /// Forgets what an account holds of a recipient; the evidence goes within a day. Opt-outs,
    /// blocks and places in caps are the family's and stay, as does what its other accounts hold.
    public void erase(AccountFacts account, PhoneNumber number) {
        Recipient recipient = Recipient.of(ports, account, number);
        Recipient.state(ports.ledger().newest(recipient.tag())).joined().stream()
                .map(RecipientTag::new)
                .map(
                        tag ->
                                new Recipient(
                                        ports, recipient.account(), recipient.root(), number, tag))
                .forEach(this::erase);
        erase(recipient);
    }

    private void erase(Recipient recipient) {
        loop.<Boolean>run(
                recipient.tag(),
                newest ->
                        newest.<Plan<Boolean>>map(entry -> planErasure(recipient, entry))
                                .orElse(new Plan.Answer<>(false)));
    }

    private Plan<Boolean> planErasure(Recipient recipient, Entry newest) {
        Entry entry =
                recipient.entry(
                        Optional.of(newest),
                        ports.clock().instant(),
                        List.of(new Change.Erased()),
                        Optional.empty(),
                        newest.state().without(recipient.account()));
        return new Plan.Append<>(entry, true);
    }

    private Plan<RecipientState> append(
            Recipient recipient, Optional<Entry> newest, Change change, RecipientState state) {
        Entry entry =
                recipient.entry(
                        newest, ports.clock().instant(), List.of(change), Optional.empty(), state);
        return new Plan.Append<>(entry, state);
    }
}
