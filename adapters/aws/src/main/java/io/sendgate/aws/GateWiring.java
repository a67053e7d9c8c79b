package io.sendgate.aws;

import io.quarkus.arc.DefaultBean;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.Atlas;
import io.sendgate.gate.Chance;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.PolicyBook;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.SteadyClock;
import io.sendgate.gate.Vault;
import io.sendgate.ledger.IdMint;
import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Makes what the use cases reach for; everything can be replaced by another bean.
@Singleton
public final class GateWiring {

    /// The wiring; the container makes it.
    public GateWiring() {}

    /// Business time, to the millisecond.
    @Produces
    @Singleton
    @DefaultBean
    public InstantSource clock() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /// The machine's steady clock.
    @Produces
    @Singleton
    @DefaultBean
    public SteadyClock steady() {
        return new MachineClock();
    }

    /// Numbering plans and time zones.
    @Produces
    @Singleton
    @DefaultBean
    public Atlas atlas() {
        return new NumberAtlas();
    }

    /// The policies in the box.
    @Produces
    @Singleton
    @DefaultBean
    public PolicyDocuments documents() {
        return PolicyDocuments.seeded();
    }

    /// The policies in force, the published ones included.
    @Produces
    @Singleton
    @DefaultBean
    public SeededPolicyBook policies(PolicyDocuments documents, PolicyStore published) {
        return new SeededPolicyBook(documents, version -> document(published, version));
    }

    private static byte[] document(PolicyStore published, PlatformState.Published version) {
        return published
                .find(version.id(), version.version())
                .map(StoredPolicy::document)
                .orElseThrow(() -> new FactsUnavailable("a published policy is missing"));
    }

    /// Everything outside that the use cases reach for.
    @Produces
    @Singleton
    @DefaultBean
    public Ports ports(
            RecipientLedger ledger,
            Accounts accounts,
            PolicyBook policies,
            Vault vault,
            IdMint ids,
            Atlas atlas,
            InstantSource clock,
            SteadyClock steady,
            Chance chance) {
        return new Ports(ledger, accounts, policies, vault, ids, atlas, clock, steady, chance);
    }

    /// The one loop of this process, in which requests for one recipient queue.
    @Produces
    @Singleton
    @DefaultBean
    public RecipientLoop loop(Ports ports) {
        return new RecipientLoop(ports.ledger(), ports.steady(), ports.chance());
    }
}
