package io.sendgate.local.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.account.AccountState;
import io.sendgate.accountstanding.errand.Maintain;
import io.sendgate.aws.EventMaker;
import io.sendgate.aws.Fence;
import io.sendgate.aws.KeyCheck;
import io.sendgate.aws.MachineClock;
import io.sendgate.aws.RecordedRange;
import io.sendgate.aws.RestoreGuard;
import io.sendgate.aws.StreamRecords;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.aws.TableName;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.gate.ReplayOptOut;
import io.sendgate.local.store.TestStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A drill: opt-outs arrive after the instant that a table is taken back to.
class RestoreDrillTest {

    private static final PhoneNumber STAYS = new PhoneNumber("+13125550141");
    private static final PhoneNumber LEAVES = new PhoneNumber("+13125550142");
    private static final PhoneNumber NEW = new PhoneNumber("+13125550143");
    private static final ObjectMapper JSON = new JsonMapper();

    private final TestStore before = new TestStore();
    private final TestStore after = new TestStore(before.masters);
    private final Suite lost = new Suite(before);
    private final Suite restored = new Suite(after);

    /// What runs over a store.
    private static final class Suite {

        private final DynamoDbClient client;
        private final RestoreGuard guard;
        private final Ports ports;
        private final Maintain maintain;

        Suite(TestStore store) {
            client = store.client();
            guard = new RestoreGuard(store.accounts(), client, store.tables);
            ports = Gates.ports(store, client, guard);
            maintain =
                    new Maintain(
                            guard,
                            new Fence(Duration.ZERO, new MachineClock()),
                            ports.accounts(),
                            new ReplayOptOut(ports, Gates.loop(ports)),
                            () -> Gates.NOON);
        }

        Map<String, Object> run(Map<String, Object> event) {
            JsonNode tree = JSON.valueToTree(event);
            assertThat(maintain.takes(tree)).isTrue();
            return maintain.run(tree);
        }

        Map<String, Object> replay(List<JsonNode> events) {
            return run(
                    Map.of("maintenance", "replay-opt-outs", "events", events, "complete", true));
        }

        void optOut(PhoneNumber person) {
            new RecordOptOut(ports, Gates.loop(ports))
                    .record(
                            ports.accounts().facts(Gates.ADA).orElseThrow().facts(),
                            new RecordOptOut.Report(
                                    person,
                                    Optional.empty(),
                                    Optional.empty(),
                                    "phone-call",
                                    Optional.of(Gates.NOON),
                                    Optional.empty()),
                            Optional.empty(),
                            "");
        }

        List<ReasonCode> refusals(PhoneNumber person) {
            return Gates.ask(ports, person).reasons().stream().map(Reason::code).toList();
        }

        boolean lets(PhoneNumber person) {
            return Gates.ask(ports, person).outcome() == Outcome.ALLOW;
        }
    }

    @BeforeEach
    void open() {
        before.accounts()
                .append(AccountState.opened(Gates.ADA, GateProfile.ada()), "opened", Gates.NOON);
        new KeyCheck(lost.guard, before.masters).bind(Gates.NOON);
        lost.guard.bind(Gates.NOON);
    }

    @AfterEach
    void close() {
        lost.client.close();
        restored.client.close();
        before.close();
        after.close();
    }

    private void restore(Map<TableName, List<Map<String, AttributeValue>>> backup) {
        backup.forEach(
                (table, items) ->
                        items.forEach(
                                item ->
                                        restored.client.putItem(
                                                r ->
                                                        r.tableName(after.tables.name(table))
                                                                .item(item))));
    }

    private Map<TableName, List<Map<String, AttributeValue>>> backup() {
        Map<TableName, List<Map<String, AttributeValue>>> items = new EnumMap<>(TableName.class);
        for (TableName table : List.of(TableName.RECIPIENTS, TableName.ACCOUNTS)) {
            items.put(table, before.items(table));
        }
        return items;
    }

    /// The events of every opt-out, as the archive has them.
    private List<JsonNode> archive() {
        StreamRecords records = new StreamRecords(before.tables);
        return new RecordedRange(lost.client, before.tables)
                        .page(Instant.EPOCH, Gates.NOON.plusSeconds(60), Optional.empty(), 1_000)
                        .items()
                        .stream()
                        .flatMap(item -> new EventMaker().events(records.published(item)).stream())
                        .filter(event -> event.type().equals("opt-out.recorded"))
                        .map(RestoreDrillTest::tree)
                        .toList();
    }

    private static JsonNode tree(SuiteEvent event) {
        try {
            return JSON.readTree(event.json());
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void lose() {
        assertThat(lost.lets(LEAVES)).isTrue();
        Map<TableName, List<Map<String, AttributeValue>>> backup = backup();
        lost.optOut(LEAVES);
        lost.optOut(NEW);
        restore(backup);
    }

    @Test
    void afterARestoreNothingIsSentUntilTheOptOutsAreBack() {
        lose();
        assertThat(restored.refusals(STAYS)).containsExactly(ReasonCode.ACCOUNT_SUSPENDED);
        assertThat(restored.refusals(LEAVES)).containsExactly(ReasonCode.ACCOUNT_SUSPENDED);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> restored.run(Map.of("maintenance", "open-sends")));
        assertThat(restored.replay(archive())).containsEntry("broughtBack", 2);
        assertThat(restored.lets(STAYS)).isFalse();

        restored.run(Map.of("maintenance", "open-sends"));
        assertThat(restored.lets(STAYS)).isTrue();
        assertThat(restored.refusals(LEAVES)).contains(ReasonCode.OPTED_OUT);
        assertThat(restored.refusals(NEW)).contains(ReasonCode.OPTED_OUT);
    }

    @Test
    void replayingTwiceBringsNothingBackTwice() {
        lose();
        restored.replay(archive());
        assertThat(restored.replay(archive()))
                .containsEntry("broughtBack", 0)
                .containsEntry("there", 2);
    }

    @Test
    void anOperatorClosesAndOpensTheSendsOfATableThatWasNotRestored() {
        lost.run(Map.of("maintenance", "close-sends"));
        assertThat(lost.refusals(STAYS)).containsExactly(ReasonCode.ACCOUNT_SUSPENDED);
        lost.run(Map.of("maintenance", "open-sends"));
        assertThat(lost.lets(STAYS)).isTrue();
    }

    @Test
    void aChangeOfThePlatformWhileSendsAreClosedDoesNotOpenThem() {
        lose();
        restored.guard.append(
                restored.guard.platform().withBanned(Map.of("mark", "case_1")),
                "banned",
                Gates.NOON);
        assertThat(restored.lets(STAYS)).isFalse();
        restored.replay(archive());
        restored.run(Map.of("maintenance", "open-sends"));
        assertThat(restored.lets(STAYS)).isTrue();
    }
}
