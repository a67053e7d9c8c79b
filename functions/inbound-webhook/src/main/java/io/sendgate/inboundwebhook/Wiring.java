package io.sendgate.inboundwebhook;

import io.sendgate.gate.Identities;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceivePreference;
import io.sendgate.gate.RecipientLoop;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The use cases that only this function has.
final class Wiring {

    private Wiring() {}

    /// Complaints.
    @Produces
    @Singleton
    static ReceiveComplaint receiveComplaint(Ports ports, RecipientLoop loop) {
        return new ReceiveComplaint(ports, loop);
    }

    /// Whoever a provider names by an id.
    @Produces
    @Singleton
    static Identities identities(Ports ports, RecipientLoop loop) {
        return new Identities(ports, loop);
    }

    /// Choices made in a provider's settings.
    @Produces
    @Singleton
    static ReceivePreference receivePreference(Ports ports, RecipientLoop loop) {
        return new ReceivePreference(ports, loop);
    }
}
