package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.ScopedId;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceivePreference;

import java.net.URI;

/// One thing that a provider's request says.
public sealed interface Heard {

    /// A person wrote.
    record Message(InboundMessage message) implements Heard {}

    /// A message of ours got somewhere, or did not.
    record Delivery(Receipt receipt) implements Heard {}

    /// A person complained.
    record Complaint(ReceiveComplaint.Complaint complaint) implements Heard {}

    /// A person chose in the provider's own settings.
    record Preference(ReceivePreference.Preference preference) implements Heard {}

    /// A subscription waits for its confirmation.
    ///
    /// @param address that confirms it; the provider's own
    record Subscription(URI address) implements Heard {}

    /// An id and a number were named together: they are one person's.
    record SamePerson(ScopedId id, PhoneNumber number) implements Heard {}

    /// Nothing that we act on.
    ///
    /// @param why a fixed word that may be logged, `no-number`; never a value from the request
    record Ignored(String why) implements Heard {

        /// The person or the sender is no telephone number, a short code for example, and is known
        /// by no id either.
        public static final Ignored NO_NUMBER = new Ignored("no-number");

        /// A kind of event that is of no use to us.
        public static final Ignored OTHER_EVENT = new Ignored("other-event");

        /// A channel that we do not serve.
        public static final Ignored OTHER_CHANNEL = new Ignored("other-channel");

        /// A part that lacks what the provider always sends.
        public static final Ignored INCOMPLETE = new Ignored("incomplete");
    }
}
