package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Act;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Preferences;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.StateDraft;
import io.sendgate.policy.Policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings an opt-out back that a restored ledger lacks, from the event that told of it.
///
/// The event names a tag, not a number: a ledger that begins with it learns the number when the
/// person is next spoken of.
public final class ReplayOptOut {

    // Stands where a number is not known; it is never written.
    private static final PhoneNumber UNTOLD = new PhoneNumber("+99999");

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public ReplayOptOut(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// An opt-out as its event tells it.
    ///
    /// @param channel what it is limited to; empty for every channel
    /// @param at when the person said so
    /// @param via how it had reached us
    public record Told(
            RecipientTag tag, Scope scope, Optional<Channel> channel, Instant at, String via) {}

    /// Brings an opt-out back for the account's whole family; one that is there already is left.
    ///
    /// @return whether it was missing
    public boolean replay(AccountFacts account, Told told) {
        Recipient recipient =
                new Recipient(
                        ports,
                        account.account().id(),
                        account.account().root(),
                        UNTOLD,
                        told.tag());
        return loop.run(told.tag(), newest -> plan(recipient, account, told, newest));
    }

    private Plan<Boolean> plan(
            Recipient recipient, AccountFacts account, Told told, Optional<Entry> newest) {
        Instant now = ports.clock().instant();
        RecipientState before = Recipient.state(newest);
        Act act = Recipient.act(Optional.of(told.at()), newest, now);
        OptOut wish = new OptOut(told.scope(), told.channel(), act, List.of());
        if (Preferences.alreadyOut(before, wish)) {
            return new Plan.Answer<>(false);
        }
        Policy policy = ports.policies().inForce(account, now).policy();
        StateDraft draft = before.draft();
        List<Change> changes =
                RecordOptOut.apply(recipient, draft, before, wish, policy, told.via(), now);
        return new Plan.Append<>(
                recipient.entry(newest, now, changes, Optional.empty(), draft.done()), true);
    }
}
