package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Person;
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

/// Takes in a choice that a recipient made in the provider's own settings: no more, or again.
///
/// It is no message: it opens no service window, is no consent by conversation and is owed no
/// reply. Otherwise it counts as a STOP or a START of that time.
public final class ReceivePreference {

    private final Ports ports;
    private final Identities identities;

    /// The use case over its ports.
    public ReceivePreference(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.identities = new Identities(ports, loop);
    }

    /// A choice, in one form whichever provider brought it.
    ///
    /// @param id the provider's id, the same on every delivery of the choice
    /// @param out whether the person wishes no more messages, or wishes them again
    /// @param scope how much an opt-out ends; empty for what the policy says a STOP ends
    /// @param at the provider's own signed time; empty where the provider signs none
    public record Preference(
            String provider,
            String id,
            Person from,
            Channel channel,
            boolean out,
            Optional<Scope> scope,
            Optional<Instant> at) {}

    /// Receives a choice about an account's messages.
    ///
    /// @return whether it was new
    public boolean receive(AccountFacts account, Preference preference) {
        String id = "preference|" + preference.provider() + "|" + preference.id();
        return identities.run(
                account,
                preference.from(),
                (recipient, newest) ->
                        plan(recipient, account, preference, recipient.fingerprint(id), newest));
    }

    private Plan<Boolean> plan(
            Recipient recipient,
            AccountFacts account,
            Preference preference,
            String id,
            Optional<Entry> newest) {
        RecipientState before = Recipient.state(newest);
        boolean spent = !preference.out() && before.used().size() >= Bounds.USED;
        if (spent || before.hasHeard(id)) {
            return new Plan.Answer<>(false);
        }
        Instant now = ports.clock().instant();
        Act act = Recipient.act(preference.at(), newest, now);
        StateDraft draft = recipient.draft(newest);
        List<Change> changes =
                preference.out()
                        ? optOut(recipient, account, preference, act, before, draft.acted(id), now)
                        : optIn(recipient, preference, act, draft.used(id), now);
        Entry entry = recipient.entry(newest, now, changes, Optional.empty(), draft.done());
        return new Plan.Append<>(entry, true);
    }

    private List<Change> optOut(
            Recipient recipient,
            AccountFacts account,
            Preference preference,
            Act act,
            RecipientState before,
            StateDraft draft,
            Instant now) {
        Policy policy = ports.policies().inForce(account, now).policy();
        OptOut wish =
                new OptOut(
                        preference.scope().orElse(policy.optOutScope()),
                        Optional.empty(),
                        act,
                        List.of());
        return RecordOptOut.apply(
                recipient, draft, before, wish, policy, preference.provider(), now);
    }

    private static List<Change> optIn(
            Recipient recipient, Preference preference, Act act, StateDraft draft, Instant now) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.OptedIn(preference.channel(), act.at(), preference.provider()));
        for (Consent given : Preferences.optIn(draft, act, now)) {
            String consentId =
                    recipient
                            .ports()
                            .ids()
                            .mint(
                                    IdPrefix.CONS,
                                    given.recorded(),
                                    recipient.tag(),
                                    new Ref.Numbered(given.entry()));
            changes.add(CaptureConsent.granted(consentId, given));
        }
        return changes;
    }
}
