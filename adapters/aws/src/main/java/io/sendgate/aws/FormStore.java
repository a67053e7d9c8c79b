package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Coverage;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Term;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/// Where web forms are kept.
///
/// A form's name is bound to its id once, by an item of its own; after that the form itself is
/// one item that is replaced. Every method throws [io.sendgate.gate.FactsUnavailable] where the
/// store cannot be reached.
public final class FormStore {

    private static final String ID = "id";

    private final ItemStore store;

    /// Forms in this store.
    public FormStore(DynamoDbClient store, Tables tables) {
        this.store = new ItemStore(store, tables);
    }

    /// The id of the account's form of that name: `fresh` where it had none, else the one it has.
    public String claim(AccountId account, String name, String fresh) {
        String key = account.value() + "/" + name;
        Map<String, AttributeValue> binding = Item.draft().text(ID, key).text("form", fresh).done();
        return store.putIfAbsent(TableName.FORMS, binding)
                .map(bound -> bound.text("form"))
                .orElse(fresh);
    }

    /// Puts a form in place of the one with its id.
    public void put(StoredForm form) {
        Map<String, AttributeValue> item =
                Item.draft()
                        .text(ID, form.id())
                        .text("account", form.account().value())
                        .text("name", form.name())
                        .text("channel", form.channel().term())
                        .texts("purposes", form.purposes().stream().map(Coverage::term).toList())
                        .text("disclosure", form.disclosure())
                        .text("redirect", form.redirect())
                        .texts("allowedOrigins", form.allowedOrigins())
                        .time("created", form.created())
                        .done();
        store.put(TableName.FORMS, item);
    }

    /// The form with this id.
    public Optional<StoredForm> find(String id) {
        Map<String, AttributeValue> key = Item.draft().text(ID, id).done();
        return store.get(TableName.FORMS, key)
                .filter(item -> item.find("disclosure").isPresent())
                .map(FormStore::form);
    }

    private static StoredForm form(Item item) {
        return new StoredForm(
                item.text(ID),
                new AccountId(item.text("account")),
                item.text("name"),
                Term.parse(Channel.class, item.text("channel")).orElseThrow(),
                item.texts("purposes").stream()
                        .map(Coverage::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                item.text("disclosure"),
                item.find("redirect"),
                item.texts("allowedOrigins"),
                item.time("created"));
    }
}
