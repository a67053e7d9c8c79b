package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// To how many people one text of an account has gone of late, counted from events, which may come
/// twice and in any order.
///
/// Beside the cases, put if nobody else has counted meanwhile. Texts are known by their hashes and
/// people by their tags.
public final class TextTally {

    private static final TableName TABLE = TableName.CASES;
    private static final String SENT = "sent";
    private static final String VERSION = "v";
    private static final int MOST_ATTEMPTS = 50;

    private final ItemStore store;

    /// Tallies in this store.
    public TextTally(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// Counts that a text went to somebody.
    ///
    /// @param within how far apart two messages may lie to count together
    /// @param most where counting ends
    /// @return to how many people it went within that period, at most `most`
    /// @throws FactsUnavailable where the store cannot be reached
    public int add(
            AccountId account,
            String text,
            RecipientTag to,
            Instant at,
            Duration within,
            int most) {
        String id = "texts_" + account + "_" + text;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Item> before = store.get(TABLE, Item.draft().text("id", id).done());
            Map<String, Instant> sent = before.map(TextTally::sent).orElseGet(LinkedHashMap::new);
            sent.values().removeIf(one -> within.compareTo(Duration.between(one, at).abs()) <= 0);
            boolean isNew = sent.putIfAbsent(to.value(), at) == null;
            boolean isFull = sent.size() > most;
            if (!isNew || isFull || put(id, sent, before)) {
                return Math.min(most, sent.size());
            }
        }
        throw new FactsUnavailable("a tally is being changed by others all the time");
    }

    private boolean put(String id, Map<String, Instant> sent, Optional<Item> before) {
        long version = before.flatMap(item -> item.number(VERSION)).orElse(0L);
        Map<String, AttributeValue> item =
                Item.draft()
                        .text("id", id)
                        .texts(
                                SENT,
                                sent.entrySet().stream()
                                        .map(one -> one.getKey() + " " + one.getValue())
                                        .toList())
                        .number(VERSION, version + 1)
                        .done();
        return store.putIf(
                        TABLE,
                        item,
                        put ->
                                put.conditionExpression("attribute_not_exists(id) OR v = :before")
                                        .expressionAttributeValues(
                                                Item.draft().number(":before", version).done()))
                .isEmpty();
    }

    private static Map<String, Instant> sent(Item item) {
        Map<String, Instant> sent = new LinkedHashMap<>();
        for (String one : item.texts(SENT)) {
            int space = one.indexOf(' ');
            sent.put(one.substring(0, space), Instant.parse(one.substring(space + 1)));
        }
        return sent;
    }
}
