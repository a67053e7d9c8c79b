package io.sendgate.inboundwebhook.provider;

import io.sendgate.gate.FactsUnavailable;

import java.net.URI;
import java.security.PublicKey;

/// What can be asked of SNS itself: the port to its certificates and confirmations.
///
/// Whoever asks has checked that the address is SNS's own.
public interface Sns {

    /// The key of the certificate at an address.
    ///
    /// @throws FactsUnavailable where it cannot be fetched, or is no certificate in its time
    PublicKey key(URI certificate);

    /// Confirms a subscription by calling the address that came with it.
    ///
    /// @throws FactsUnavailable where SNS does not take it
    void confirm(URI subscription);
}
