package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What an account's messages of a day came to, counted from events, which may come twice.
///
/// Beside the cases, put if nobody else has counted meanwhile. Every method throws
/// [FactsUnavailable] where the store cannot be reached.
public final class DayTally {

    private static final TableName TABLE = TableName.CASES;
    private static final int MOST_ATTEMPTS = 50;

    private final ItemStore store;

    /// Tallies in this store.
    public DayTally(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// The figures of a day.
    ///
    /// @param sends messages that were allowed
    /// @param noConsent messages refused for want of consent
    public record Figures(long sends, long optOuts, long complaints, long noConsent) {

        /// Nothing yet.
        public static final Figures NONE = new Figures(0, 0, 0, 0);

        /// These and others together.
        public Figures plus(Figures more) {
            return new Figures(
                    sends + more.sends,
                    optOuts + more.optOuts,
                    complaints + more.complaints,
                    noConsent + more.noConsent);
        }
    }

    /// Counts.
    public void add(AccountId account, LocalDate day, Figures more) {
        String id = id(account, day);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Item> before = find(id);
            Figures sum = before.map(DayTally::figures).orElse(Figures.NONE).plus(more);
            if (put(id, sum, before.flatMap(item -> item.number("v")).orElse(0L))) {
                return;
            }
        }
        throw new FactsUnavailable("a tally is being changed by others all the time");
    }

    private boolean put(String id, Figures sum, long version) {
        Map<String, AttributeValue> item =
                Item.draft()
                        .text("id", id)
                        .number("sends", sum.sends())
                        .number("optOuts", sum.optOuts())
                        .number("complaints", sum.complaints())
                        .number("noConsent", sum.noConsent())
                        .number("v", version + 1)
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

    /// The figures of a day.
    public Figures of(AccountId account, LocalDate day) {
        return find(id(account, day)).map(DayTally::figures).orElse(Figures.NONE);
    }

    private Optional<Item> find(String id) {
        return store.get(TABLE, Item.draft().text("id", id).done());
    }

    private static String id(AccountId account, LocalDate day) {
        return "tally_" + account + "_" + day;
    }

    private static Figures figures(Item item) {
        return new Figures(
                item.number("sends").orElse(0L),
                item.number("optOuts").orElse(0L),
                item.number("complaints").orElse(0L),
                item.number("noConsent").orElse(0L));
    }
}
