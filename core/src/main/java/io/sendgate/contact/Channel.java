package io.sendgate.contact;

/// The way a message travels.
public enum Channel implements Term {
    /// Text message.
    SMS,
    /// Picture message; a sender, a consent or an opt-out on SMS holds for it too, and the reverse.
    MMS,
    /// WhatsApp Business message.
    WHATSAPP;

    /// Whether what is on record for this channel also speaks for `other`.
    public boolean covers(Channel other) {
        return carrier() == other.carrier();
    }

    /// The channel under which records are kept: MMS is kept as SMS.
    public Channel carrier() {
        return this == MMS ? SMS : this;
    }
}
