package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Term;
import io.sendgate.standing.CaseState;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where cases are kept, with the names that lead to them.
///
/// Every method throws [io.sendgate.gate.FactsUnavailable] where the store cannot be reached.
public final class CaseStore {

    private static final TableName TABLE = TableName.CASES;
    private static final String ID = "id";
    private static final String ACCOUNT = "account";
    private static final String STATE = "state";
    private static final String LINES = "history";
    private static final String VALUE = "value";
    private static final int MOST_PAGES = 50;

    private final ItemStore store;

    /// Cases in this store.
    public CaseStore(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// Binds a name to a value, once and for ever.
    ///
    /// @param name with a prefix that no case's id has
    /// @return the value it was bound to before; empty where this call has bound it
    public Optional<String> bind(String name, String value) {
        Map<String, AttributeValue> item = Item.draft().text(ID, name).text(VALUE, value).done();
        return store.putIfAbsent(TABLE, item).map(bound -> bound.text(VALUE));
    }

    /// What a name is bound to.
    public Optional<String> bound(String name) {
        return get(name).flatMap(item -> item.find(VALUE));
    }

    /// The case of that id.
    public Optional<StoredCase> find(String id) {
        return get(id).filter(item -> !item.texts(LINES).isEmpty()).map(CaseStore::read);
    }

    private Optional<Item> get(String id) {
        return store.get(TABLE, Item.draft().text(ID, id).done());
    }

    /// Opens a case if there is none of its id.
    ///
    /// @return the case that was there; empty where this one was opened
    public Optional<StoredCase> open(StoredCase opened) {
        return store.putIfAbsent(TABLE, item(opened)).map(CaseStore::read);
    }

    /// Puts a case that is one line longer, if nobody has added to it.
    ///
    /// @return the case as somebody else left it; empty where this one was put
    public Optional<StoredCase> append(StoredCase longer) {
        long before = longer.records().size() - 1L;
        return store.putIf(
                        TABLE,
                        item(longer),
                        put ->
                                put.conditionExpression("v = :before")
                                        .expressionAttributeValues(
                                                Item.draft().number(":before", before).done()))
                .map(CaseStore::read);
    }

    /// Cases of an account, newest first.
    ///
    /// @param state only in that state; empty for all
    /// @param before only those whose id comes before; empty for all
    public List<StoredCase> ofAccount(
            AccountId account, Optional<CaseState> state, Optional<String> before, int limit) {
        return page(Tables.BY_ACCOUNT, ACCOUNT, account.value(), state, before, limit);
    }

    /// Cases in a state, newest first.
    ///
    /// @param before only those whose id comes before; empty for all
    public List<StoredCase> inState(CaseState state, Optional<String> before, int limit) {
        return page(Tables.BY_STATE, STATE, state.term(), Optional.of(state), before, limit);
    }

    private List<StoredCase> page(
            String index,
            String member,
            String value,
            Optional<CaseState> state,
            Optional<String> before,
            int limit) {
        QueryRequest.Builder query = query(index, member, value, before).limit(limit);
        List<StoredCase> found = new ArrayList<>();
        Map<String, AttributeValue> start = Map.of();
        for (int page = 0; page < MOST_PAGES; page++) {
            QueryResponse answer =
                    store.query(
                            TABLE, query.exclusiveStartKey(start.isEmpty() ? null : start).build());
            answer.items().stream()
                    .map(item -> read(new Item(item)))
                    .filter(one -> state.map(one.history().state()::equals).orElse(true))
                    .forEach(found::add);
            start = answer.lastEvaluatedKey();
            if (start.isEmpty() || found.size() >= limit) {
                break;
            }
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private QueryRequest.Builder query(
            String index, String member, String value, Optional<String> before) {
        Item.Draft values = Item.draft().text(":value", value);
        before.ifPresent(id -> values.text(":before", id));
        Map<String, String> names =
                before.isPresent()
                        ? Map.of("#member", member, "#id", ID)
                        : Map.of("#member", member);
        return QueryRequest.builder()
                .tableName(store.name(TABLE))
                .indexName(index)
                .scanIndexForward(false)
                .keyConditionExpression(
                        before.isPresent()
                                ? "#member = :value AND #id < :before"
                                : "#member = :value")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values.done());
    }

    private static Map<String, AttributeValue> item(StoredCase one) {
        return Item.draft()
                .text(ID, one.id())
                .text(ACCOUNT, one.account().map(AccountId::value))
                .text(STATE, one.history().state().term())
                .time("due", one.history().due())
                .number("v", one.records().size())
                .texts(LINES, one.records())
                .done();
    }

    /// The case that an item holds.
    static StoredCase read(Item item) {
        return StoredCase.of(
                item.text(ID), item.find(ACCOUNT).flatMap(AccountId::parse), item.texts(LINES));
    }

    /// Whether an item is a case, and not a name that leads to one.
    static boolean isCase(Item item) {
        return item.find(STATE).flatMap(word -> Term.parse(CaseState.class, word)).isPresent();
    }
}
