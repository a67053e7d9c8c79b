package io.sendgate.local.store;

import io.sendgate.account.AccountId;
import io.sendgate.aws.CallCounter;
import io.sendgate.aws.DynamoAccounts;
import io.sendgate.aws.DynamoRecipientLedger;
import io.sendgate.aws.SharedLines;
import io.sendgate.aws.TableName;
import io.sendgate.aws.TableSetup;
import io.sendgate.aws.Tables;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.Chance;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;

import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// An embedded store with fresh tables, a vault and a counter of calls, for one test class.
public final class TestStore implements AutoCloseable {

    static final AccountId ADA = new AccountId("acct_ada");
    static final AccountId BOB = new AccountId("acct_bob");

    private static final SecureRandom RANDOM = new SecureRandom();

    final EmbeddedDynamoDb embedded;
    /// The names of its tables.
    public final Tables tables = new Tables("test-");
    /// Every call so far.
    public final CallCounter calls = new CallCounter();
    final DynamoDbClient client;
    /// Its keys.
    public final Masters masters;

    /// Its vault.
    public final MasterVault vault;
    final Chance chance = RANDOM::nextLong;

    private final AtomicInteger people = new AtomicInteger();

    /// A store in memory.
    public TestStore() {
        this(EmbeddedDynamoDb.inMemory());
    }

    /// A store in memory under given keys.
    public TestStore(Masters masters) {
        this(EmbeddedDynamoDb.inMemory(), masters);
    }

    TestStore(EmbeddedDynamoDb embedded) {
        this(embedded, Masters.generate(RANDOM));
    }

    private TestStore(EmbeddedDynamoDb embedded, Masters masters) {
        this.masters = masters;
        this.vault = new MasterVault(masters, RANDOM);
        this.embedded = embedded;
        this.client = embedded.client(calls);
        new TableSetup(client, tables).createMissing();
        calls.reset();
    }

    /// A recipient nobody has written to.
    RecipientTag somebody() {
        return vault.tag(ADA, new PhoneNumber("+1650555" + (1000 + people.incrementAndGet())));
    }

    /// A ledger over this store's own client.
    public DynamoRecipientLedger ledger() {
        return new DynamoRecipientLedger(client, tables, vault, chance);
    }

    /// Another copy's view of the lines in this store.
    public SharedLines lines() {
        return new SharedLines(client, tables);
    }

    /// The accounts in this store.
    public DynamoAccounts accounts() {
        return new DynamoAccounts(client, tables, chance);
    }

    /// A ledger over a client of its own; the client is closed with the process.
    DynamoRecipientLedger ledger(ExecutionInterceptor... interceptors) {
        return new DynamoRecipientLedger(embedded.client(interceptors), tables, vault, chance);
    }

    /// A client of its own over this store; the caller closes it.
    public DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return embedded.client(interceptors);
    }

    /// Every item of a table.
    public List<Map<String, AttributeValue>> items(TableName table) {
        return client.scan(r -> r.tableName(tables.name(table))).items();
    }

    @Override
    public void close() {
        client.close();
        embedded.close();
    }
}
