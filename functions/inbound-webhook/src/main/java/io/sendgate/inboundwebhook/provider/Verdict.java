package io.sendgate.inboundwebhook.provider;

/// Whether a request is believed.
public sealed interface Verdict {

    /// It is the provider's.
    record Genuine() implements Verdict {}

    /// Its signature, password or time is wrong, or it has none: 403.
    record Forged() implements Verdict {}

    /// It shows no credentials where the provider always does: 401.
    ///
    /// @param challenge what is asked for, `Basic realm="webhooks"`
    record Anonymous(String challenge) implements Verdict {}

    /// The provider sometimes sends without a signature and repeats with one when told to: 503.
    record Unsigned() implements Verdict {}

    /// The verdict on a comparison.
    static Verdict of(boolean genuine) {
        return genuine ? new Genuine() : new Forged();
    }
}
