package io.sendgate.local.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountState;
import io.sendgate.aws.TagDirectory;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.local.store.TestStore;
import io.sendgate.wire.keys.MasterKey;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

class RotatedKeysTest {

    private static final PhoneNumber OLD = new PhoneNumber("+13125550141");
    private static final PhoneNumber NEW = new PhoneNumber("+13125550142");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestStore store = new TestStore();
    private final DynamoDbClient client = store.client();
    private final Masters first = store.masters;
    private final Masters rotated =
            new Masters(
                    MasterKey.generate(2, RANDOM),
                    MasterKey.generate(2, RANDOM),
                    List.of(first.tagging()),
                    List.of(first.sealing()));

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private Ports ports(Masters masters) {
        MasterVault vault = new MasterVault(masters, RANDOM);
        return Gates.ports(
                store, client, store.accounts(), new TagDirectory(vault, client, store.tables));
    }

    private static void optOut(Ports ports, PhoneNumber person) {
        new RecordOptOut(ports, Gates.loop(ports))
                .record(
                        ports.accounts().facts(Gates.ADA).orElseThrow().facts(),
                        new RecordOptOut.Report(
                                person,
                                Optional.empty(),
                                Optional.empty(),
                                "phone-call",
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        "");
    }

    @Test
    void anOptOutHoldsWhicheverKeyItsRecipientIsTaggedWith() {
        store.accounts()
                .append(AccountState.opened(Gates.ADA, GateProfile.ada()), "opened", Gates.NOON);
        Ports before = ports(first);
        optOut(before, OLD);

        Ports after = ports(rotated);
        assertThat(Gates.ask(after, OLD).reasons())
                .extracting(Reason::code)
                .contains(ReasonCode.OPTED_OUT);
        assertThat(Gates.ask(after, NEW).outcome()).isEqualTo(Outcome.ALLOW);
        optOut(after, NEW);
        assertThat(Gates.ask(after, NEW).reasons())
                .extracting(Reason::code)
                .contains(ReasonCode.OPTED_OUT);
    }
}
