package io.sendgate.gate;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Consent;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.CapOpening;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Works off what is due: announces what has run out, reopened or lapsed, and releases held
/// messages.
///
/// No decision depends on it. It can be killed anywhere and run twice: an agenda item goes last,
/// and
/// where nothing is due nothing is written.
public final class WorkOffDue {

    private static final int BATCH = 100;

    private final Ports ports;
    private final RecipientLoop loop;
    private final Agenda agenda;
    private final ReleaseHold releaseHold;
    private final Erasure erasure;

    /// The use case over its ports.
    public WorkOffDue(
            Ports ports,
            RecipientLoop loop,
            Agenda agenda,
            ReleaseHold releaseHold,
            Erasure erasure) {
        this.ports = ports;
        this.loop = loop;
        this.agenda = agenda;
        this.releaseHold = releaseHold;
        this.erasure = erasure;
    }

    /// Deletes what an erased recipient's ledger still holds: the port of the one role that may.
    @FunctionalInterface
    public interface Erasure {

        /// Deletes every entry of the account before the one that records the erasure, and every
        /// note of its up to its instant.
        void erase(RecipientTag tag, AccountId account, long entry, Instant at);
    }

    /// What a run has done.
    ///
    /// @param done items worked off
    /// @param failed items that could not be, and stay on the agenda
    public record Worked(int done, int failed) {

        /// Both together.
        public Worked plus(Worked other) {
            return new Worked(done + other.done, failed + other.failed);
        }
    }

    /// Works off one shard; an item that fails stays on the agenda and holds up no other.
    public Worked run(int shard) {
        Instant now = ports.clock().instant();
        Worked total = new Worked(0, 0);
        List<Agenda.Item> items = agenda.due(shard, now, BATCH);
        while (!items.isEmpty()) {
            Worked worked =
                    items.stream().map(this::attempt).reduce(new Worked(0, 0), Worked::plus);
            total = total.plus(worked);
            items = worked.failed() > 0 ? List.of() : agenda.due(shard, now, BATCH);
        }
        return total;
    }

    private Worked attempt(Agenda.Item item) {
        try {
            work(item);
            agenda.done(item);
            return new Worked(1, 0);
        } catch (RuntimeException e) {
            return new Worked(0, 1);
        }
    }

    private void work(Agenda.Item item) {
        if (item.what().startsWith("N#")) {
            releaseHold.release(item.tag(), new NoteKey(item.what()));
        } else {
            lapse(item.tag());
            eraseIfAsked(item);
        }
    }

    private void lapse(RecipientTag tag) {
        loop.<Boolean>run(
                tag,
                newest ->
                        newest.map(entry -> lapse(entry, ports.clock().instant()))
                                .orElse(new Plan.Answer<>(false)));
    }

    private Plan<Boolean> lapse(Entry newest, Instant now) {
        RecipientState state = newest.state();
        StateDraft draft = state.draft();
        List<Change> changes = new ArrayList<>();
        permits(newest, state, draft, now).ifPresent(changes::add);
        changes.addAll(optIns(newest, state, draft, now));
        changes.addAll(consents(newest, state, draft, now));
        changes.addAll(caps(state, draft, now));
        if (changes.isEmpty()) {
            return new Plan.Answer<>(false);
        }
        return new Plan.Append<>(next(newest, now, changes, draft.done()), true);
    }

    private Entry next(Entry newest, Instant now, List<Change> changes, RecipientState state) {
        String nonce = java.util.HexFormat.of().toHexDigits(ports.chance().next());
        return new Entry(
                        newest.tag(),
                        newest.number() + 1,
                        newest.root(),
                        newest.account(),
                        now,
                        changes,
                        Optional.empty(),
                        state,
                        Optional.empty(),
                        nonce)
                .after(Optional.of(newest));
    }

    private Optional<Change> permits(
            Entry newest, RecipientState state, StateDraft draft, Instant now) {
        List<Grant> lapsed =
                state.grants().stream()
                        .filter(grant -> grant.status() == Grant.Status.GRANTED)
                        .filter(grant -> grant.statusAt(now) == Grant.Status.EXPIRED)
                        .toList();
        draft.grants(grant -> lapsed.contains(grant) ? grant.as(Grant.Status.EXPIRED) : grant);
        List<String> ids =
                lapsed.stream()
                        .map(grant -> id(IdPrefix.AUTH, grant.at(), newest.tag(), grant.entry()))
                        .toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(new Change.PermitsExpired(ids));
    }

    private List<Change> optIns(Entry newest, RecipientState state, StateDraft draft, Instant now) {
        List<PendingOptIn> lapsed =
                state.pending().stream().filter(one -> !one.openAt(now)).toList();
        draft.endPending(lapsed::contains);
        return lapsed.stream().map(one -> expired(newest, one.consent(), true)).toList();
    }

    private List<Change> consents(
            Entry newest, RecipientState state, StateDraft draft, Instant now) {
        List<Consent> lapsed = state.consents().stream().filter(one -> !one.holdsAt(now)).toList();
        draft.endConsents(lapsed::contains);
        return lapsed.stream().map(one -> expired(newest, one, false)).toList();
    }

    private Change expired(Entry newest, Consent consent, boolean pending) {
        String id = id(IdPrefix.CONS, consent.recorded(), newest.tag(), consent.entry());
        return new Change.ConsentExpired(id, consent.account(), consent.channel(), pending);
    }

    private static List<Change> caps(RecipientState state, StateDraft draft, Instant now) {
        List<CapOpening> open =
                state.capOpenings().stream().filter(cap -> !cap.opensAt().isAfter(now)).toList();
        draft.endCapOpenings(open::contains);
        return open.stream()
                .<Change>map(cap -> new Change.FrequencyReset(cap.account(), cap.rule()))
                .toList();
    }

    private String id(IdPrefix prefix, Instant at, RecipientTag tag, long entry) {
        return ports.ids().mint(prefix, at, tag, new Ref.Numbered(entry));
    }

    private void eraseIfAsked(Agenda.Item item) {
        long number = Long.parseLong(item.what());
        ports.ledger()
                .entry(item.tag(), number)
                .filter(entry -> entry.changes().stream().anyMatch(Change.Erased.class::isInstance))
                .ifPresent(
                        entry ->
                                erasure.erase(
                                        entry.tag(), entry.account(), entry.number(), entry.at()));
    }
}
