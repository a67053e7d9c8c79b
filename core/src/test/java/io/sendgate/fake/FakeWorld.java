package io.sendgate.fake;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.PolicyBook;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.ReceiveReceipt;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.ReleaseHold;
import io.sendgate.gate.ReportOutcome;
import io.sendgate.gate.SteadyClock;
import io.sendgate.gate.Throughput;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Every use case over fakes, with a clock that can be moved and chance that repeats itself.
public final class FakeWorld {

    /// Saturday, noon in Chicago.
    public static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

    /// The clock of this world.
    public final FakeClock clock = new FakeClock(START);

    /// Its ledgers.
    public final FakeLedger ledger = new FakeLedger();

    /// Its accounts.
    public final FakeAccounts accounts = new FakeAccounts();

    private final Ports ports;
    private final RecipientLoop loop;

    /// A world under these policies.
    public FakeWorld(PolicyBook policies) {
        AtomicLong chance = new AtomicLong();
        ports =
                new Ports(
                        ledger,
                        accounts,
                        policies,
                        new FakeVault(),
                        new FakeMint(),
                        new FakeAtlas(),
                        clock,
                        new RealSteadyClock(),
                        () -> chance.incrementAndGet() * 0x9E3779B97F4A7C15L);
        loop = new RecipientLoop(ledger, ports.steady(), ports.chance());
    }

    /// The ports themselves.
    public Ports ports() {
        return ports;
    }

    /// The facts of an account.
    public AccountFacts facts(AccountId account) {
        return accounts.facts(account).orElseThrow().facts();
    }

    /// The use case of that name; so are the others.
    public AuthorizeSend authorizeSend() {
        return new AuthorizeSend(ports, loop, Throughput.UNLIMITED);
    }

    /// See [#authorizeSend].
    public RedeemPermit redeemPermit() {
        return new RedeemPermit(ports, loop);
    }

    /// See [#authorizeSend].
    public ReportOutcome reportOutcome() {
        return new ReportOutcome(ports, loop);
    }

    /// See [#authorizeSend].
    public ReadAuthorizations readAuthorizations() {
        return new ReadAuthorizations(ports);
    }

    /// See [#authorizeSend].
    public ReleaseHold releaseHold() {
        return new ReleaseHold(ports, authorizeSend());
    }

    /// See [#authorizeSend].
    public CaptureConsent captureConsent() {
        return new CaptureConsent(ports, loop);
    }

    /// See [#authorizeSend].
    public RecordOptOut recordOptOut() {
        return new RecordOptOut(ports, loop);
    }

    /// See [#authorizeSend].
    public ReceiveMessage receiveMessage() {
        return new ReceiveMessage(ports, loop);
    }

    /// See [#authorizeSend].
    public ReceiveReceipt receiveReceipt() {
        return new ReceiveReceipt(ports, loop);
    }

    /// See [#authorizeSend].
    public KeepFacts keepFacts() {
        return new KeepFacts(ports, loop);
    }

    private static final class RealSteadyClock implements SteadyClock {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            LockSupport.parkNanos(duration.toNanos());
        }
    }
}
