package io.sendgate.local.gate;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.aws.CallCounter.Call;
import io.sendgate.aws.LeasedAccounts;
import io.sendgate.aws.MachineClock;
import io.sendgate.aws.SharedLines;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.AuthorizationRecord;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.local.store.TestStore;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The use cases over an embedded store whose calls are counted.
final class EmbeddedGate implements AutoCloseable {

    private static final AccountId ADA = new AccountId("acct_ada");
    private static final Instant NOON = Instant.parse("2026-11-21T18:00:00Z");
    private static final SeededPolicyBook BOOK = new SeededPolicyBook(PolicyDocuments.seeded());

    private final TestStore store;
    private final Ports ports;
    private final RecipientLoop loop;
    private final SharedLines lines;
    private final AtomicInteger people;

    EmbeddedGate() {
        this(new TestStore(), new AtomicInteger());
        store.accounts()
                .append(AccountState.opened(ADA, GateProfile.ada()), "account-opened", NOON);
    }

    private EmbeddedGate(TestStore store, AtomicInteger people) {
        SecureRandom random = new SecureRandom();
        this.store = store;
        this.people = people;
        this.lines = store.lines();
        this.ports =
                new Ports(
                        store.ledger(),
                        new LeasedAccounts(
                                store.accounts(),
                                Duration.ofMinutes(10),
                                new MachineClock(),
                                InstantSource.system()),
                        BOOK,
                        store.vault,
                        new MaskedIds(store.masters),
                        new NumberAtlas(),
                        () -> NOON,
                        new MachineClock(),
                        random::nextLong);
        this.loop = new RecipientLoop(ports.ledger(), ports.steady(), ports.chance());
    }

    /// Another running copy over the same store, its facts warm.
    EmbeddedGate copy() {
        EmbeddedGate other = new EmbeddedGate(store, people);
        other.lease();
        return other;
    }

    /// Reads the account's facts and forgets the calls so far; from here on it is about someone
    /// new.
    void warm() {
        lease();
        store.calls.reset();
    }

    private Accounts.Lease lease() {
        return ports.accounts().facts(ADA).orElseThrow();
    }

    /// Another running copy that has no lease yet; forgets the calls so far.
    EmbeddedGate cold() {
        store.calls.reset();
        return new EmbeddedGate(store, people);
    }

    List<Call> calls() {
        return callsOf("recipients");
    }

    List<Call> accountCalls() {
        return callsOf("accounts");
    }

    List<Call> allCalls() {
        return store.calls.calls();
    }

    private List<Call> callsOf(String table) {
        return store.calls.calls().stream()
                .filter(call -> call.table().filter(name -> name.endsWith(table)).isPresent())
                .toList();
    }

    /// Calls about the lines that messages go over.
    List<Call> lineCalls() {
        return store.calls.calls().stream()
                .filter(call -> call.operation().equals("UpdateItem"))
                .toList();
    }

    SendRequest request(Purpose purpose, String body) {
        return request(purpose, body, number(1));
    }

    SendRequest reminderTo(int person) {
        return request(
                Purpose.APPOINTMENT_REMINDER, "Ada Plumbing: tomorrow at ten", number(person));
    }

    private static PhoneNumber number(int person) {
        return new PhoneNumber("+1312555%04d".formatted(person));
    }

    private static SendRequest request(Purpose purpose, String body, PhoneNumber to) {
        return new SendRequest(
                Channel.SMS,
                GateProfile.TOLL_FREE,
                to,
                true,
                purpose,
                Origin.API,
                Optional.of(body),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    SendAnswer.Decided ask(SendRequest request, Optional<String> key) {
        SendCommand command =
                new SendCommand(request, SendCommand.WhenBlocked.ANSWER, false, key, "hash");
        return (SendAnswer.Decided) new AuthorizeSend(ports, loop, lines).authorize(ADA, command);
    }

    ReceiveMessage.Received hear(String id, String text) {
        InboundMessage message =
                new InboundMessage(
                        "twilio",
                        id,
                        number(2),
                        GateProfile.TOLL_FREE,
                        Channel.SMS,
                        Optional.of(text),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true);
        return new ReceiveMessage(ports, loop).receive(lease().facts(), message);
    }

    Optional<AuthorizationRecord> read(String id) {
        return new ReadAuthorizations(ports).find(lease().facts(), id);
    }

    RedeemPermit.Answer redeem(String id) {
        return new RedeemPermit(ports, loop).redeem(lease().facts(), id, Optional.empty());
    }

    @Override
    public void close() {
        store.close();
    }
}
