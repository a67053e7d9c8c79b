package io.sendgate.aws;

import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What is due, and when: marks that the relay puts and the schedule works off.
///
/// Putting a mark again changes nothing. A mark names the entry that asked for it, so deleting
/// an old one never deletes a newer one. Every method throws [FactsUnavailable] where the store
/// cannot be reached.
public final class Agenda {

    private static final TableName TABLE = TableName.AGENDA;
    private static final int MOST_PER_CALL = 25;
    private static final int MOST_REPEATS = 10;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ItemStore store;
    private final InstantSource machine;

    /// An agenda in this store.
    ///
    /// @param machine the machine's time, by which forgotten marks are dropped
    public Agenda(DynamoDbClient store, Tables tables, InstantSource machine) {
        this.store = new ItemStore(store, tables);
        this.machine = machine;
    }

    /// Puts marks, 25 a call.
    public void put(List<AgendaMark> marks) {
        List<WriteRequest> writes = marks.stream().distinct().map(this::write).toList();
        for (int from = 0; from < writes.size(); from += MOST_PER_CALL) {
            int to = Math.min(from + MOST_PER_CALL, writes.size());
            putAll(Map.of(store.name(TABLE), writes.subList(from, to)));
        }
    }

    /// Marks of a shard whose instant has come, earliest first.
    ///
    /// @param shard 0 to 15
    /// @param now business time; a mark due at this very instant is among them
    /// @param limit the most marks to answer
    public List<AgendaMark> due(int shard, Instant now, int limit) {
        Map<String, AttributeValue> values =
                Item.draft().text(":shard", shard(shard)).text(":end", Stamp.of(now) + "~").done();
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(store.name(TABLE))
                        .consistentRead(true)
                        .keyConditionExpression("#shard = :shard AND #due < :end")
                        .expressionAttributeNames(Map.of("#shard", "shard", "#due", "due"))
                        .expressionAttributeValues(values)
                        .limit(limit)
                        .build();
        return store.query(TABLE, query).items().stream()
                .map(item -> AgendaMark.of(new Item(item).text("due")))
                .toList();
    }

    /// Deletes a mark, if it is there.
    public void delete(AgendaMark mark) {
        store.delete(TABLE, store.key(TABLE, shard(mark.shard()), mark.key()));
    }

    private void putAll(Map<String, List<WriteRequest>> writes) {
        Map<String, List<WriteRequest>> left = writes;
        for (int repeat = 0; repeat < MOST_REPEATS && !left.isEmpty(); repeat++) {
            Map<String, List<WriteRequest>> batch = left;
            left =
                    store.call(TABLE, client -> client.batchWriteItem(r -> r.requestItems(batch)))
                            .unprocessedItems();
            if (!left.isEmpty()) {
                new MachineClock().pause(PAUSE.multipliedBy(repeat + 1L));
            }
        }
        if (!left.isEmpty()) {
            throw new FactsUnavailable("the agenda takes no more marks");
        }
    }

    private WriteRequest write(AgendaMark mark) {
        Map<String, AttributeValue> item =
                Item.draft()
                        .text("shard", shard(mark.shard()))
                        .text("due", mark.key())
                        .number("ttl", forgotten(mark.due()).getEpochSecond())
                        .done();
        return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
    }

    /// A week after it is due, and never before a week from now: the suite's clock may be set
    /// back.
    private Instant forgotten(Instant due) {
        Instant now = machine.instant();
        return (due.isAfter(now) ? due : now).plus(KEPT);
    }

    private static String shard(int number) {
        return Integer.toString(number);
    }
}
