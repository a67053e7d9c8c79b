package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.gate.Chance;
import io.sendgate.wire.json.AccountCodec;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Accounts' and the platform's ledgers in DynamoDB.
public final class DynamoAccounts implements AccountStore {

    private static final TableName TABLE = TableName.ACCOUNTS;
    private static final String PLATFORM = "platform";
    private static final long FIRST = 1;

    private final ItemStore store;
    private final Chance chance;
    private final AccountCodec codec = new AccountCodec();

    /// Accounts in this store.
    ///
    /// @param chance marks each entry, so that a write that is repeated knows itself again
    public DynamoAccounts(DynamoDbClient store, Tables tables, Chance chance) {
        this.store = new ItemStore(store, tables);
        this.chance = chance;
    }

    @Override
    public Optional<AccountState> newest(AccountId account) {
        return store.last(TABLE, account.value(), EntryKey.ACCOUNT).map(this::account);
    }

    @Override
    public Optional<AccountState> entry(AccountId account, long number) {
        return item(account.value(), number).map(this::account);
    }

    @Override
    public Optional<AccountState> append(AccountState next, String change, Instant at) {
        Item.Draft item = head(next.id().value(), next.entry(), change, at);
        return append(item.text("state", codec.write(next)), this::account);
    }

    @Override
    public PlatformState platform() {
        return store.last(TABLE, PLATFORM, EntryKey.ACCOUNT)
                .map(this::platform)
                .orElse(PlatformState.NEW);
    }

    @Override
    public Optional<PlatformState> platform(long number) {
        return number == PlatformState.NEW.entry()
                ? Optional.of(PlatformState.NEW)
                : item(PLATFORM, number).map(this::platform);
    }

    @Override
    public Optional<PlatformState> append(PlatformState next, String change, Instant at) {
        Item.Draft item = head(PLATFORM, next.entry(), change, at);
        return append(item.text("state", codec.write(next)), this::platform);
    }

    @Override
    public List<AccountId> accounts() {
        ScanRequest scan =
                ScanRequest.builder()
                        .tableName(store.name(TABLE))
                        .consistentRead(true)
                        .filterExpression("#entry = :first")
                        .projectionExpression("id")
                        .expressionAttributeNames(Map.of("#entry", "entry"))
                        .expressionAttributeValues(
                                Item.draft().text(":first", EntryKey.ofAccount(FIRST)).done())
                        .build();
        return store
                .call(TABLE, client -> client.scanPaginator(scan).items().stream().toList())
                .stream()
                .map(item -> AccountId.parse(new Item(item).text("id")))
                .flatMap(Optional::stream)
                .toList();
    }

    private <T> Optional<T> append(Item.Draft draft, Function<Item, T> read) {
        String nonce = Long.toHexString(chance.next());
        Map<String, AttributeValue> item = draft.text("nonce", nonce).done();
        return store.putIfAbsent(TABLE, item)
                .filter(there -> !there.text("nonce").equals(nonce))
                .map(read);
    }

    private static Item.Draft head(String id, long number, String change, Instant at) {
        return Item.draft()
                .text("id", id)
                .text("entry", EntryKey.ofAccount(number))
                .text("change", change)
                .time("time", at);
    }

    private Optional<Item> item(String id, long number) {
        return store.get(TABLE, store.key(TABLE, id, EntryKey.ofAccount(number)));
    }

    private AccountState account(Item item) {
        return codec.readAccount(item.text("state"));
    }

    private PlatformState platform(Item item) {
        return codec.readPlatform(item.text("state"));
    }
}
