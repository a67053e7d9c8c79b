package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.PlatformState;
import io.sendgate.consent.Scope;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.fake.FakeLedger;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.ConfirmOptIn;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadConsents;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.gate.SteadyClock;
import io.sendgate.rest.dto.ConsentCaptureDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.schema.Bodies;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.schema.Schemas;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;
import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.phone.PhoneNumbers;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ada, her sub-account and Bob, under CustomerFlows, with a clock that can be moved.
final class World {

    static final AccountId ADA = new AccountId("acct_ada");
    static final AccountId SUB = new AccountId("acct_adasub");
    static final AccountId BOB = new AccountId("acct_bob");
    static final PhoneNumber CARLA = new PhoneNumber("+16505551234");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final Bodies BODIES = new Bodies(Schemas.load());

    final FakeLedger ledger = new FakeLedger();
    final Places places = new Places("https://gate.example/");
    final Ports ports;
    final RecipientLoop loop;
    private final Map<AccountId, AccountState> accounts = new HashMap<>();
    private Instant now = Instant.parse("2026-11-21T18:00:00Z");

    World() {
        account(ADA, "Ada Plumbing", Optional.empty());
        account(SUB, "Ada's Heating", Optional.of(ADA));
        account(BOB, "Bob", Optional.empty());
        Masters masters = Masters.generate(RANDOM);
        ports =
                new Ports(
                        ledger,
                        this::lease,
                        new SeededPolicyBook(DOCUMENTS),
                        new MasterVault(masters, RANDOM),
                        new MaskedIds(masters),
                        new NumberAtlas(),
                        () -> now,
                        new Steady(),
                        RANDOM::nextLong);
        loop = new RecipientLoop(ledger, ports.steady(), ports.chance());
    }

    void account(AccountId id, String businessName, Optional<AccountId> parent) {
        AccountProfile profile =
                new AccountProfile(
                        businessName,
                        List.of(),
                        Optional.empty(),
                        "US",
                        Optional.empty(),
                        Map.of(),
                        Help.NONE,
                        "customerflows",
                        Optional.empty(),
                        Optional.empty(),
                        HandOff.DIRECT,
                        parent,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        accounts.put(id, AccountState.opened(id, profile));
    }

    private Optional<Accounts.Lease> lease(AccountId id) {
        return Optional.ofNullable(accounts.get(id))
                .map(
                        account ->
                                new Forever(
                                        new AccountFacts(
                                                account,
                                                accounts.getOrDefault(account.root(), account),
                                                PlatformState.NEW)));
    }

    AccountFacts facts(AccountId id) {
        return lease(id).orElseThrow().facts();
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    ConsentIntake consentIntake() {
        return new ConsentIntake(new CaptureConsent(ports, loop), ports, World::read);
    }

    OptOutIntake optOutIntake() {
        return new OptOutIntake(new RecordOptOut(ports, loop), ports, World::read);
    }

    FormIntake formIntake() {
        return new FormIntake(new CaptureConsent(ports, loop), ports, World::read);
    }

    ConfirmOptIn confirmOptIn() {
        return new ConfirmOptIn(ports, loop);
    }

    ReceiveMessage receiveMessage() {
        return new ReceiveMessage(ports, loop);
    }

    ReadConsents consents() {
        return new ReadConsents(ports);
    }

    private static Optional<NumberReader.Reading> read(String text, String country) {
        return switch (PhoneNumbers.parse(text, Optional.of(country))) {
            case PhoneNumbers.Parsed(PhoneNumber number, boolean valid) ->
                    Optional.of(new NumberReader.Reading(number, valid));
            case PhoneNumbers.Unparseable() -> Optional.empty();
        };
    }

    /// The person says that it is enough.
    void optOut(AccountId account, Scope scope) {
        new RecordOptOut(ports, loop)
                .record(
                        facts(account),
                        new RecordOptOut.Report(
                                CARLA,
                                Optional.empty(),
                                Optional.of(scope),
                                "phone-call",
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        "");
    }

    void erase(AccountId account) {
        new KeepFacts(ports, loop).erase(facts(account), CARLA);
    }

    /// Submits a consent for Ada, as a caller writes it.
    ConsentView submit(String json) {
        return submit(ADA, json, Optional.empty());
    }

    /// The same for anybody, under a key.
    ConsentView submit(AccountId account, String json, Optional<String> key) {
        Body<ConsentCaptureDto> body =
                BODIES.read(
                        json.getBytes(StandardCharsets.UTF_8),
                        Optional.of("application/json"),
                        "consent-capture",
                        ConsentCaptureDto.class);
        return consentIntake()
                .record(
                        facts(account),
                        body.value(),
                        new Idempotency(key, body.hash()),
                        "",
                        places);
    }

    /// A web form's consent that is complete, with further members.
    static String webForm(String purposes, String further) {
        return """
        {"recipient": "(650) 555-1234", "channel": "sms", "purposes": [%s], "method": "web-form",
         "language": "en",
         "disclosure": {"text": "Ada Plumbing may send me text messages",
                        "url": "https://ada-plumbing.example/join"},
         "evidence": {"ip": "203.0.113.9", "userAgent": "Browser/1", "pageUrl": "https://x.example",
                      "capturedAt": "2026-11-20T10:00:00Z"}%s}
        """
                .formatted(purposes, further);
    }

    private record Forever(AccountFacts facts) implements Accounts.Lease {

        @Override
        public boolean holds() {
            return true;
        }
    }

    private static final class Steady implements SteadyClock {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) {
            Thread.onSpinWait();
        }
    }
}
