package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The use of what copies share: request rates, and when keys were last used.
///
/// All instants here are the machine's, never the suite's movable clock's. The counters are
/// beside the accounts' ledgers and nothing else is updated. Unless said otherwise a method
/// throws [FactsUnavailable] where the store cannot be reached.
public final class UsageCounters {

    private static final TableName TABLE = TableName.ACCOUNTS;
    private static final String REQUESTS = "U#rate";
    private static final String KEYS = "U#key#";
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_KEYS = 1_000;

    private final ItemStore store;
    private final Map<String, Instant> touched = new ConcurrentHashMap<>();

    /// Counters in this store.
    public UsageCounters(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// Adds calls to a key's count of a second.
    ///
    /// @param key whose calls they are: an account's id, or another bounded name
    /// @param second the machine's second since 1970
    /// @return all copies' calls in that second, these included
    public long addRate(String key, long n, long second) {
        Map<String, AttributeValue> values =
                Item.draft().number(":n", n).number(":second", second).done();
        Form same = new Form("SET used = used + :n", "sec >= :second", values);
        Form next =
                new Form(
                        "SET used = :n, sec = :second",
                        "attribute_not_exists(sec) OR sec < :second",
                        values);
        return either(key, REQUESTS, same, next).number("used").orElseThrow();
    }

    /// Notes that a key was used, at most once an hour for each copy; where it cannot be noted,
    /// it is not.
    public void touchKey(AccountId account, String keyId, Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        String key = account.value() + "|" + keyId;
        if (touched.size() >= MOST_KEYS) {
            touched.clear();
        }
        if (hour.equals(touched.put(key, hour))) {
            return;
        }
        Form touch = new Form("SET used = :at", "", Item.draft().time(":at", at).done());
        try {
            update(account.value(), KEYS + keyId, touch);
        } catch (FactsUnavailable missed) {
            touched.remove(key);
        }
    }

    /// When an account's keys were last used, by their ids, to the hour; unused ones are missing.
    public Map<String, Instant> lastUsed(AccountId account) {
        Map<String, Instant> used = new HashMap<>();
        store.range(TABLE, account.value(), KEYS, "", MOST_KEYS)
                .forEach(
                        item ->
                                used.put(
                                        item.text("entry").substring(KEYS.length()),
                                        item.time("used")));
        return used;
    }

    /// Carries out the form whose condition is met; between the two one always is.
    private Item either(String owner, String counter, Form usual, Form other) {
        return IntStream.range(0, MOST_ATTEMPTS)
                .mapToObj(attempt -> update(owner, counter, attempt % 2 == 0 ? usual : other))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new FactsUnavailable("a shared counter is contended"));
    }

    /// The counter after a change; empty where the change's condition was not met.
    private Optional<Item> update(String owner, String counter, Form form) {
        UpdateItemRequest.Builder update =
                UpdateItemRequest.builder()
                        .tableName(store.name(TABLE))
                        .key(store.key(TABLE, owner, counter))
                        .updateExpression(form.change())
                        .expressionAttributeValues(form.values())
                        .returnValues(ReturnValue.UPDATED_NEW);
        if (!form.condition().isEmpty()) {
            update.conditionExpression(form.condition());
        }
        try {
            UpdateItemResponse after =
                    store.call(TABLE, client -> client.updateItem(update.build()));
            return Optional.of(new Item(after.attributes()));
        } catch (ConditionalCheckFailedException turned) {
            return Optional.empty();
        }
    }

    /// One way to change a counter.
    private record Form(String change, String condition, Map<String, AttributeValue> values) {}
}
