package io.sendgate.gate;

import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Preferences;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.StateDraft;
import io.sendgate.policy.Policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a number's ledger takes over from one that was begun under an id alone.
///
/// Acts keep their own times; those that have none count as of now, the opt-out last.
final class Inheritance {

    private final Recipient whole;
    private final RecipientState left;
    private final Policy policy;
    private final Optional<Entry> newest;
    private final RecipientState before;
    private final Instant now;
    private final StateDraft draft;
    private final List<Change> changes = new ArrayList<>();

    /// A draft of the number's next entry.
    ///
    /// @param left what the other ledger holds
    Inheritance(
            Recipient whole,
            RecipientState left,
            Policy policy,
            Optional<Entry> newest,
            Instant now) {
        this.whole = whole;
        this.left = left;
        this.policy = policy;
        this.newest = newest;
        this.before = Recipient.state(newest);
        this.now = now;
        this.draft = whole.draft(newest);
    }

    /// The number's entry, everything taken over.
    ///
    /// @param tag whose ledger was taken over
    Entry entry(String tag, List<String> members) {
        changes.add(new Change.FactsRecorded(whole.account(), members));
        left.inbound().forEach(one -> draft.inbound(one.account(), one.channel(), one.at()));
        left.seen().forEach(draft::seen);
        left.acts().forEach(draft::acted);
        left.consents().forEach(this::consent);
        left.lastOptIn().ifPresent(this::optIn);
        left.suspected().ifPresent(act -> Preferences.suspect(draft, here(act)));
        left.optOuts().forEach(this::optOut);
        left.blocked().ifPresent(this::block);
        draft.join(tag);
        return whole.entry(newest, now, changes, Optional.empty(), draft.done());
    }

    /// An act as one of this ledger: it arrives now.
    private Act here(Act act) {
        return act.timed()
                ? new Act(act.at(), true, Recipient.next(newest))
                : Recipient.act(Optional.empty(), newest, now);
    }

    private void consent(Consent given) {
        boolean out = before.optOuts().stream().anyMatch(old -> old.appliesTo(given.channel()));
        if (!out) {
            Consent here =
                    new Consent(
                            Recipient.next(newest),
                            given.account(),
                            given.channel(),
                            given.purposes(),
                            given.tier(),
                            given.method(),
                            given.source(),
                            given.at(),
                            now,
                            given.until(),
                            given.maxPerWeek(),
                            given.proven());
            draft.consent(here);
            granted(here);
        }
    }

    private void granted(Consent consent) {
        Ref ref = new Ref.Numbered(consent.entry());
        String id = whole.ports().ids().mint(IdPrefix.CONS, consent.recorded(), whole.tag(), ref);
        changes.add(CaptureConsent.granted(id, consent));
    }

    private void optIn(Act act) {
        if (before.used().size() + left.used().size() <= Bounds.USED) {
            left.used().forEach(draft::used);
            Preferences.optIn(draft, here(act), now).forEach(this::granted);
        }
    }

    private void optOut(OptOut wish) {
        OptOut here = new OptOut(wish.scope(), wish.channel(), here(wish.act()), List.of());
        changes.addAll(RecordOptOut.apply(whole, draft, before, here, policy, "whatsapp-id", now));
    }

    private void block(Instant since) {
        if (before.blocked().isEmpty()) {
            draft.blocked(Optional.of(since));
            changes.add(new Change.BlockChanged(true, "complaint"));
        }
    }
}
