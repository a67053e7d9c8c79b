package io.sendgate.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/// Where published policy versions are kept; each is written once.
///
/// Every method throws [io.sendgate.gate.FactsUnavailable] where the store cannot be reached.
public final class PolicyStore {

    private static final TableName TABLE = TableName.POLICIES;

    private final ItemStore store;

    /// Policies in this store.
    public PolicyStore(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// Puts a version if there is none of its name.
    ///
    /// @return the version that was there; empty where this one was put
    public Optional<StoredPolicy> put(StoredPolicy policy) {
        Map<String, AttributeValue> item =
                Item.draft()
                        .text("id", policy.id())
                        .text("version", policy.version())
                        .text("digest", policy.digest())
                        .bytes("document", policy.document())
                        .text("summary", policy.summary())
                        .time("effectiveAt", policy.effectiveAt())
                        .done();
        return store.putIfAbsent(TABLE, item).map(PolicyStore::policy);
    }

    /// The version of that name.
    public Optional<StoredPolicy> find(String id, String version) {
        return store.get(TABLE, store.key(TABLE, id, version)).map(PolicyStore::policy);
    }

    private static StoredPolicy policy(Item item) {
        return new StoredPolicy(
                item.text("id"),
                item.text("version"),
                item.text("digest"),
                item.bytes("document"),
                item.text("summary"),
                item.time("effectiveAt"));
    }
}
