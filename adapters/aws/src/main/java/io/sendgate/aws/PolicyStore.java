package io.sendgate.aws;

import io.sendgate.account.AccountId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Where published policy versions are kept, with the notices of them; each is written once.
///
/// A version's name has no `#`, so a notice beside it has a name of its own: `<version>#<whom>`.
///
/// Every method throws [io.sendgate.gate.FactsUnavailable] where the store cannot be reached.
public final class PolicyStore {

    private static final TableName TABLE = TableName.POLICIES;

    private static final String OF = "of";
    private static final String EVERYBODY = "everybody";
    private static final String TOLD = "told";

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

    /// Puts a notice if there is none like it; the stream tells of it.
    public void announce(PolicyNotice notice) {
        String whom = notice.account().map(AccountId::value).orElse(EVERYBODY);
        Map<String, AttributeValue> item =
                Item.draft()
                        .text("id", notice.id())
                        .text("version", beside(notice.version(), whom))
                        .text(OF, notice.version())
                        .text("digest", notice.digest())
                        .text("summary", notice.summary())
                        .text("lastUpdated", notice.lastUpdated().map(LocalDate::toString))
                        .time("effectiveAt", notice.effectiveAt())
                        .number("material", notice.material() ? 1 : 0)
                        .number("number", notice.number())
                        .time("time", notice.at())
                        .text("account", notice.account().map(AccountId::value))
                        .done();
        store.putIfAbsent(TABLE, item);
    }

    /// Remembers that everybody has been told of a version.
    public void finish(String id, String version) {
        store.putIfAbsent(
                TABLE, Item.draft().text("id", id).text("version", beside(version, TOLD)).done());
    }

    /// Whether everybody has been told of a version.
    public boolean isFinished(String id, String version) {
        return store.get(TABLE, store.key(TABLE, id, beside(version, TOLD))).isPresent();
    }

    private static String beside(String version, String what) {
        return version + "#" + what;
    }

    /// Whether an item of the table is a notice, and not a document or a mark.
    static boolean isNotice(Item item) {
        return item.find(OF).isPresent();
    }

    static PolicyNotice notice(Item item) {
        return new PolicyNotice(
                item.text("id"),
                item.text(OF),
                item.text("digest"),
                item.text("summary"),
                item.find("lastUpdated").map(LocalDate::parse),
                item.time("effectiveAt"),
                item.number("material").orElse(0L) == 1,
                item.number("number").orElse(0L),
                item.time("time"),
                item.find("account").map(AccountId::new));
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
