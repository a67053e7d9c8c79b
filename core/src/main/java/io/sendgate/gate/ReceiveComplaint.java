package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.StateDraft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes in a recipient's complaint as a provider passes it on: nobody of the family writes to them
/// again.
///
/// One complaint is one entry: the complaint, the block, the permits that fell with it. A repeated
/// delivery is recognised by the provider's id and writes nothing.
public final class ReceiveComplaint {

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public ReceiveComplaint(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// A complaint, in one form whichever provider brought it.
    ///
    /// @param id the provider's id, the same on every delivery of the complaint
    /// @param from who complained
    /// @param channel the channel of the message they complained about
    public record Complaint(String provider, String id, PhoneNumber from, Channel channel) {}

    /// Receives a complaint about an account.
    ///
    /// @return whether it was new
    public boolean receive(AccountFacts account, Complaint complaint) {
        Recipient recipient = Recipient.of(ports, account, complaint.from());
        String id =
                recipient.fingerprint("complaint|" + complaint.provider() + "|" + complaint.id());
        return loop.run(recipient.tag(), newest -> plan(recipient, complaint, id, newest));
    }

    private Plan<Boolean> plan(
            Recipient recipient, Complaint complaint, String id, Optional<Entry> newest) {
        RecipientState before = Recipient.state(newest);
        if (before.seen().contains(id)) {
            return new Plan.Answer<>(false);
        }
        Instant now = ports.clock().instant();
        StateDraft draft = recipient.draft(newest).seen(id);
        List<Change> changes = new ArrayList<>();
        changes.add(
                new Change.ComplaintReceived(
                        recipient.account(), complaint.channel(), complaint.provider()));
        if (before.blocked().isEmpty()) {
            draft.blocked(Optional.of(now));
            changes.add(new Change.BlockChanged(true, "complaint"));
        }
        RecordOptOut.revoked(
                        recipient,
                        draft,
                        before.grants().stream().filter(grant -> grant.openAt(now)).toList(),
                        "block")
                .ifPresent(changes::add);
        Entry entry = recipient.entry(newest, now, changes, Optional.empty(), draft.done());
        return new Plan.Append<>(entry, true);
    }
}
