package io.sendgate.local.gate;

import io.sendgate.account.AccountId;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.DynamoRecipientLedger;
import io.sendgate.aws.LeasedAccounts;
import io.sendgate.aws.MachineClock;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Decision;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.gate.Throughput;
import io.sendgate.gate.Vault;
import io.sendgate.local.store.TestStore;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The gate over a store, at noon, without leases: every facts are read when they are asked for.
final class Gates {

    static final AccountId ADA = new AccountId("acct_ada");
    static final Instant NOON = Instant.parse("2026-11-21T18:00:00Z");

    private static final SeededPolicyBook BOOK = new SeededPolicyBook(PolicyDocuments.seeded());

    private Gates() {}

    static Ports ports(TestStore store, DynamoDbClient client, AccountStore accounts) {
        return ports(store, client, accounts, store.vault);
    }

    static Ports ports(TestStore store, DynamoDbClient client, AccountStore accounts, Vault vault) {
        return new Ports(
                new DynamoRecipientLedger(client, store.tables, store.vault, System::nanoTime),
                new LeasedAccounts(
                        accounts, Duration.ZERO, new MachineClock(), InstantSource.system()),
                BOOK,
                vault,
                new MaskedIds(store.masters),
                new NumberAtlas(),
                () -> NOON,
                new MachineClock(),
                System::nanoTime);
    }

    static RecipientLoop loop(Ports ports) {
        return new RecipientLoop(ports.ledger(), ports.steady(), ports.chance());
    }

    /// What becomes of a reminder to a person.
    static Decision ask(Ports ports, PhoneNumber person) {
        SendRequest request =
                new SendRequest(
                        Channel.SMS,
                        GateProfile.TOLL_FREE,
                        person,
                        true,
                        Purpose.APPOINTMENT_REMINDER,
                        Origin.API,
                        Optional.of("Ada Plumbing: tomorrow at ten"),
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
                        request, SendCommand.WhenBlocked.ANSWER, false, Optional.empty(), "hash");
        SendAnswer answer =
                new AuthorizeSend(ports, loop(ports), Throughput.UNLIMITED).authorize(ADA, command);
        return ((SendAnswer.Decided) answer).decision();
    }
}
