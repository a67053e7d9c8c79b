package io.sendgate.sendauthorization;

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
import io.sendgate.consent.Source;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.fake.FakeLedger;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.SteadyClock;
import io.sendgate.message.MessageClass;
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

/// A small world to decide in: accounts under CustomerFlows and CRM Text, a clock that stands
// still, and a
/// ledger in memory.
final class World {

    static final AccountId ADA = new AccountId("acct_ada");
    static final AccountId BOB = new AccountId("acct_bob");

    /// Under CRM Text, whose accounts share a line.
    static final AccountId CAT = new AccountId("acct_cat");

    static final String SENDER = "+18885550123";

    /// In Dallas: 09:00 in the morning at [#MORNING], a Saturday.
    static final String RECIPIENT = "+12145551234";

    static final Instant MORNING = Instant.parse("2026-11-21T15:00:00Z");
    static final Instant NIGHT = Instant.parse("2026-11-22T04:00:00Z");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Masters MASTERS = Masters.generate(RANDOM);
    private static final SeededPolicyBook POLICIES = new SeededPolicyBook(PolicyDocuments.seeded());

    final FakeLedger ledger = new FakeLedger();
    final MaskedIds ids = new MaskedIds(MASTERS);
    private final Map<AccountId, AccountFacts> accounts = new HashMap<>();
    private final AtomicLong chance = new AtomicLong();
    private volatile Instant now = MORNING;

    World() {
        open(ADA, "customerflows", Optional.empty());
        open(BOB, "customerflows", Optional.of(600));
        open(CAT, "crm-text", Optional.empty());
    }

    private void open(AccountId id, String policy, Optional<Integer> messagesPerMinute) {
        AccountState state = AccountState.opened(id, profile(policy, messagesPerMinute));
        accounts.put(id, new AccountFacts(state, state, PlatformState.NEW));
    }

    private static AccountProfile profile(String policy, Optional<Integer> messagesPerMinute) {
        return new AccountProfile(
                "Ada Plumbing",
                List.of(),
                Optional.empty(),
                "US",
                Optional.empty(),
                Map.of(),
                Help.NONE,
                policy,
                Optional.of(List.of()),
                Optional.empty(),
                HandOff.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new Sender(SENDER, Channel.SMS, SenderType.TOLL_FREE)),
                List.of(),
                List.of(new Attestation("policy-accepted", "ada", Instant.EPOCH)),
                List.of(),
                Optional.empty(),
                messagesPerMinute,
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
    void optIn(AccountId account, String number) {
        Capture capture =
                new Capture(
                        new PhoneNumber(number),
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
                        Optional.empty(),
                        false);
        new CaptureConsent(ports(), loop(ports()))
                .capture(facts(account), capture, Optional.empty(), "body");
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
