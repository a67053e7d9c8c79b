package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.aws.CallCounter.Call;
import io.sendgate.aws.DynamoRecipientLedger;
import io.sendgate.aws.TableName;
import io.sendgate.aws.Tables;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.RecipientLedger.Appended;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

class DynamoRecipientLedgerTest {

    private static final TestStore STORE = new TestStore();

    private final RecipientTag tag = STORE.somebody();
    private final DynamoRecipientLedger ledger = STORE.ledger();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @BeforeEach
    void countAfresh() {
        STORE.calls.reset();
    }

    @Test
    void whatIsAppendedIsReadBackWhole() {
        Entry first = Entries.optOut(tag, 1);

        assertThat(ledger.newest(tag)).isEmpty();
        assertThat(ledger.append(first)).isInstanceOf(Appended.Written.class);

        assertThat(ledger.newest(tag)).contains(first);
        assertThat(ledger.entry(tag, 1)).contains(first);
        assertThat(ledger.entry(tag, 2)).isEmpty();
    }

    @Test
    void theNewestEntryIsOneStrongReadAndAnAppendIsOneWrite() {
        ledger.append(Entries.facts(tag, 1, "one"));
        ledger.newest(tag);

        String table = STORE.tables.name(TableName.RECIPIENTS);
        assertThat(STORE.calls.calls())
                .containsExactly(
                        new Call(Optional.of(table), "PutItem", false, false),
                        new Call(Optional.of(table), "Query", true, false));
        assertThat(STORE.calls.reads()).isEqualTo(1);
        assertThat(STORE.calls.writes()).isEqualTo(1);
    }

    @Test
    void aLostRaceIsOneFailedWriteThatBringsTheWinner() {
        Entry winner = Entries.facts(tag, 1, "winner");
        ledger.append(winner);
        STORE.calls.reset();

        assertThat(ledger.append(Entries.facts(tag, 1, "loser")))
                .isEqualTo(new Appended.Taken(winner));
        assertThat(STORE.calls.calls()).hasSize(1).allMatch(Call::refused);
    }

    @Test
    void aTenthEntryComesAfterTheNinth() {
        LongStream.rangeClosed(1, 12)
                .forEach(number -> ledger.append(Entries.facts(tag, number, "same")));

        assertThat(ledger.newest(tag)).map(Entry::number).contains(12L);
        assertThat(ledger.entries(tag, 8, 3))
                .extracting(Entry::number)
                .containsExactly(9L, 10L, 11L);
        assertThat(ledger.entries(tag, 12, 3)).isEmpty();
    }

    @Test
    void notesStandBesideTheLedgerAndAreNeverItsNewestEntry() {
        Note note = Entries.note(tag, 7, 0);

        assertThat(ledger.put(note)).isEmpty();

        assertThat(ledger.newest(tag)).isEmpty();
        assertThat(ledger.note(tag, note.key())).contains(note);
        assertThat(ledger.note(tag, new NoteKey("N#none"))).isEmpty();
    }

    @Test
    void aSecondNoteOfOneKeyAnswersTheFirst() {
        Note first = Entries.note(tag, 7, 3);
        ledger.put(first);

        assertThat(ledger.put(first)).contains(first);
        assertThat(ledger.put(Entries.note(tag, 7, 4))).contains(first);
    }

    @Test
    void notesAreListedInOrderBehindACursor() {
        List<Note> notes =
                LongStream.rangeClosed(1, 5).mapToObj(i -> Entries.note(tag, i, 0)).toList();
        notes.forEach(ledger::put);
        ledger.append(Entries.facts(tag, 1, "entry"));

        assertThat(ledger.notes(tag, "N#", "", 10)).containsExactlyElementsOf(notes);
        assertThat(ledger.notes(tag, "N#", notes.get(1).key().value(), 2))
                .containsExactly(notes.get(2), notes.get(3));
        assertThat(ledger.notes(tag, "N#P#", "", 10)).isEmpty();
        assertThat(ledger.notes(tag, "N#", "Z", 10)).isEmpty();
    }

    @Test
    void whatIsPersonalIsNotInTheClear() {
        ledger.append(Entries.optOut(tag, 1));
        ledger.put(Entries.note(tag, 1, 1));

        assertThat(items()).hasSize(2);
        assertThat(items().toString()).doesNotContain("STOP").doesNotContain("5551234");
    }

    @Test
    void attributesAndMembersOfANewerVersionAreLeftAlone() {
        Entry entry = Entries.facts(tag, 1, "old");
        ledger.append(entry);
        Map<String, AttributeValue> newer = new HashMap<>(items().getFirst());
        newer.put("flavour", AttributeValue.fromS("new"));
        newer.compute("state", (name, old) -> with(old, "flavour"));
        STORE.client.putItem(r -> r.tableName(STORE.tables.name(TableName.RECIPIENTS)).item(newer));

        Entry read = ledger.newest(tag).orElseThrow();

        assertThat(read.changes()).isEqualTo(entry.changes());
        assertThat(read.state().extra()).containsOnlyKeys("flavour");
    }

    @Test
    void aStoreThatRefusesClosesTheGate() {
        DynamoRecipientLedger elsewhere =
                new DynamoRecipientLedger(
                        STORE.client, new Tables("missing-"), STORE.vault, STORE.chance);

        assertThatThrownBy(() -> elsewhere.newest(tag)).isInstanceOf(FactsUnavailable.class);
        assertThatThrownBy(() -> elsewhere.append(Entries.facts(tag, 1, "one")))
                .isInstanceOf(FactsUnavailable.class);
    }

    private static AttributeValue with(AttributeValue json, String member) {
        return AttributeValue.fromS("{\"" + member + "\":[1,2]," + json.s().substring(1));
    }

    private List<Map<String, AttributeValue>> items() {
        return STORE.client
                .query(
                        r ->
                                r.tableName(STORE.tables.name(TableName.RECIPIENTS))
                                        .keyConditionExpression("tag = :tag")
                                        .expressionAttributeValues(
                                                Map.of(":tag", AttributeValue.fromS(tag.value()))))
                .items();
    }
}
