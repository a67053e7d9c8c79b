package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.wire.keys.MasterVault;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/// Where accounts' webhook settings are kept, their secrets sealed.
///
/// Every method throws [io.sendgate.gate.FactsUnavailable] where the store cannot be reached.
public final class WebhookStore {

    private static final TableName TABLE = TableName.ACCOUNTS;

    /// Stands where sealing wants a recipient: these secrets belong to none.
    private static final RecipientTag NOBODY = new RecipientTag("0".repeat(RecipientTag.LENGTH));

    private final ItemStore store;
    private final MasterVault vault;

    /// Settings in this store, sealed by this vault.
    public WebhookStore(DynamoDbClient store, Tables tables, MasterVault vault) {
        this.store = new ItemStore(store, tables);
        this.vault = vault;
    }

    /// The settings of an account for a provider, read strongly.
    public Optional<WebhookSettings> find(AccountId account, String provider) {
        return store.get(TABLE, store.key(TABLE, account.value(), sortKey(provider)))
                .map(item -> settings(account, item));
    }

    /// Puts the settings of an account for a provider in place of those before.
    public void put(AccountId account, String provider, WebhookSettings settings) {
        Map<String, AttributeValue> item =
                Item.draft()
                        .text("id", account.value())
                        .text("entry", sortKey(provider))
                        .text("publicUrl", settings.publicUrl())
                        .texts(
                                "secrets",
                                settings.secrets().stream().map(one -> seal(account, one)).toList())
                        .text("verifyToken", settings.verifyToken().map(one -> seal(account, one)))
                        .done();
        store.put(TABLE, item);
    }

    private WebhookSettings settings(AccountId account, Item item) {
        return new WebhookSettings(
                item.text("publicUrl"),
                item.texts("secrets").stream().map(closed -> open(account, closed)).toList(),
                item.find("verifyToken").map(closed -> open(account, closed)));
    }

    private String seal(AccountId account, String secret) {
        return vault.sealText(account, NOBODY, secret);
    }

    private String open(AccountId account, String sealed) {
        return vault.openText(account, NOBODY, sealed);
    }

    private static String sortKey(String provider) {
        return "W#" + provider;
    }
}
