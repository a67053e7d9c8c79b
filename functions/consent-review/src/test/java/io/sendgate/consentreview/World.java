package io.sendgate.consentreview;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.Attestation;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.PlatformState;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.fake.FakeLedger;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.gate.SteadyClock;
import io.sendgate.gate.Throughput;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;
import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.phone.PhoneNumbers;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A small world to look people up in: Ada with a sub-account, Bob, all under CustomerFlows; a
/// clock that stands still, and a ledger in memory.
final class World {

    static final AccountId ADA = new AccountId("acct_ada");
    static final AccountId ADA_SUB = new AccountId("acct_adasub");
    static final AccountId BOB = new AccountId("acct_bob");
    static final String SENDER = "+18885550123";

    /// In Dallas: 09:00 in the morning at [#MORNING], a Saturday.
    static final String RECIPIENT = "+12145551234";

    static final Instant MORNING = Instant.parse("2026-11-21T15:00:00Z");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Masters MASTERS = Masters.generate(RANDOM);
    private static final SeededPolicyBook POLICIES = new SeededPolicyBook(PolicyDocuments.seeded());

    final FakeLedger ledger = new FakeLedger();
    final MaskedIds ids = new MaskedIds(MASTERS);
    private final Map<AccountId, AccountFacts> accounts = new HashMap<>();
    private final AtomicLong chance = new AtomicLong();
    private volatile Instant now = MORNING;

    World() {
        AccountState ada = AccountState.opened(ADA, profile(Optional.empty()));
        AccountState sub = AccountState.opened(ADA_SUB, profile(Optional.of(ADA)));
        AccountState bob = AccountState.opened(BOB, profile(Optional.empty()));
        accounts.put(ADA, new AccountFacts(ada, ada, PlatformState.NEW));
        accounts.put(ADA_SUB, new AccountFacts(sub, ada, PlatformState.NEW));
        accounts.put(BOB, new AccountFacts(bob, bob, PlatformState.NEW));
    }

    private static AccountProfile profile(Optional<AccountId> parent) {
        return new AccountProfile(
                "Ada Plumbing",
                List.of(),
                Optional.empty(),
                "US",
                Optional.empty(),
                Map.of(),
                Help.NONE,
                "customerflows",
                Optional.of(List.of()),
                Optional.empty(),
                HandOff.DIRECT,
                parent,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new Sender(SENDER, Channel.SMS, SenderType.TOLL_FREE)),
                List.of(),
                List.of(new Attestation("policy-accepted", "ada", Instant.EPOCH)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Sets the clock.
    void at(Instant instant) {
        now = instant;
    }

    /// The ports over the ledger in memory.
    Ports ports() {
        return ports(ledger);
    }

    /// The ports over another ledger.
    Ports ports(RecipientLedger other) {
        return new Ports(
                other,
                account -> Optional.ofNullable(accounts.get(account)).map(Forever::new),
                POLICIES,
                new MasterVault(MASTERS, RANDOM),
                ids,
                new NumberAtlas(),
                () -> now,
                new Stopwatch(),
                chance::incrementAndGet);
    }

    static RecipientLoop loop(Ports ports) {
        return new RecipientLoop(ports.ledger(), ports.steady(), ports.chance());
    }

    /// An account as it asks over HTTP.
    AccountCaller caller(AccountId account) {
        return new AccountCaller(new Forever(facts(account)), account, "key_1");
    }

    AccountFacts facts(AccountId account) {
        return Optional.ofNullable(accounts.get(account)).orElseThrow();
    }

    static NumberReader reader() {
        return (text, country) ->
                switch (PhoneNumbers.parse(text, Optional.of(country))) {
                    case PhoneNumbers.Parsed(PhoneNumber number, boolean valid) ->
                            Optional.of(new NumberReader.Reading(number, valid));
                    case PhoneNumbers.Unparseable() -> Optional.empty();
                };
    }

    /// A spoken opt-in to marketing by text, an hour ago.
    void optIn(AccountId account, Optional<Integer> maxPerWeek, boolean doubleOptIn) {
        Capture capture =
                new Capture(
                        new PhoneNumber(RECIPIENT),
                        Channel.SMS,
                        List.of(new Coverage.OfClass(MessageClass.MARKETING)),
                        Method.VERBAL,
                        Source.OWN_CUSTOMER,
                        Optional.empty(),
                        Disclosure.NONE,
                        new Evidence(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(now.minus(Duration.ofHours(1))),
                                Optional.empty()),
                        maxPerWeek,
                        doubleOptIn);
        new CaptureConsent(ports(), loop(ports()))
                .capture(facts(account), capture, Optional.empty(), "body");
    }

    /// The person opts out over the phone.
    void optOut(AccountId account, Scope scope) {
        RecordOptOut.Report report =
                new RecordOptOut.Report(
                        new PhoneNumber(RECIPIENT),
                        Optional.empty(),
                        Optional.of(scope),
                        "phone-call",
                        Optional.empty(),
                        Optional.of("was polite about it"));
        new RecordOptOut(ports(), loop(ports()))
                .record(facts(account), report, Optional.empty(), "body");
    }

    /// The person writes.
    void write(AccountId account, String text) {
        InboundMessage message =
                new InboundMessage(
                        "generic",
                        "m" + chance.incrementAndGet(),
                        new PhoneNumber(RECIPIENT),
                        SENDER,
                        Channel.SMS,
                        Optional.of(text),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true);
        new ReceiveMessage(ports(), loop(ports())).receive(facts(account), message);
    }

    /// The account asks to send.
    ///
    /// @return whether it may
    boolean send(AccountId account, Purpose purpose) {
        SendRequest request =
                new SendRequest(
                        Channel.SMS,
                        SENDER,
                        new PhoneNumber(RECIPIENT),
                        true,
                        purpose,
                        Origin.API,
                        Optional.of("Ada Plumbing: 20% off. Reply STOP to unsubscribe"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        SendCommand command =
                new SendCommand(
                        request, SendCommand.WhenBlocked.ANSWER, false, Optional.empty(), "body");
        SendAnswer answer =
                new AuthorizeSend(ports(), loop(ports()), Throughput.UNLIMITED)
                        .authorize(account, command);
        return answer instanceof SendAnswer.Decided decided && decided.decision().allows();
    }

    private record Forever(AccountFacts facts) implements Accounts.Lease {

        @Override
        public boolean holds() {
            return true;
        }
    }

    private static final class Stopwatch implements SteadyClock {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            Thread.yield();
        }
    }
}
