package io.sendgate.aws;

import io.quarkus.arc.DefaultBean;
import io.sendgate.config.SendgateConfig;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.Chance;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.gate.SteadyClock;
import io.sendgate.gate.Vault;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.InstantSource;

/// Makes what is kept in DynamoDB; everything can be replaced by another bean.
@Singleton
public final class StoreWiring {

    private final DynamoDbClient client;
    private final Tables tables;

    /// The wiring over one client.
    public StoreWiring(DynamoDbClient client, SendgateConfig config) {
        this.client = client;
        this.tables = new Tables(config.tablePrefix());
    }

    /// The tables' definitions.
    @Produces
    @Singleton
    @DefaultBean
    public Tables tables() {
        return tables;
    }

    /// The vault that knows which tag a person has.
    @Produces
    @Singleton
    @DefaultBean
    public Vault vault(MasterVault vault) {
        return new TagDirectory(vault, client, tables);
    }

    /// Recipients' ledgers.
    @Produces
    @Singleton
    @DefaultBean
    public RecipientLedger ledger(MasterVault vault, Chance chance) {
        return new DynamoRecipientLedger(client, tables, vault, chance);
    }

    /// What deletes after an erasure.
    @Produces
    @Singleton
    @DefaultBean
    public RecipientErasure erasure() {
        return new RecipientErasure(client, tables);
    }

    /// The list of opt-outs.
    @Produces
    @Singleton
    @DefaultBean
    public OptOutList optOuts() {
        return new OptOutList(client, tables);
    }

    /// Accounts' ledgers, guarded where sends are decided.
    @Produces
    @Singleton
    @DefaultBean
    public AccountStore accountStore(RestoreGuard guard, Chance chance, SendgateConfig config) {
        return config.restoreGuard() ? guard : new DynamoAccounts(client, tables, chance);
    }

    /// What closes the sends after a restore.
    @Produces
    @Singleton
    @DefaultBean
    @Typed(RestoreGuard.class)
    public RestoreGuard restoreGuard(Chance chance) {
        return new RestoreGuard(new DynamoAccounts(client, tables, chance), client, tables);
    }

    /// The recipients' table, a page at a time.
    @Produces
    @Singleton
    @DefaultBean
    public RecordedRange recordedRange() {
        return new RecordedRange(client, tables);
    }

    /// Accounts' facts, leased.
    @Produces
    @Singleton
    @DefaultBean
    public Accounts accounts(AccountStore store, SendgateConfig config, SteadyClock steady) {
        return new LeasedAccounts(store, config.lease(), steady, InstantSource.system());
    }

    /// The wait before a change of an account is acknowledged.
    @Produces
    @Singleton
    @DefaultBean
    public Fence fence(SendgateConfig config, SteadyClock steady) {
        return new Fence(config.lease(), steady);
    }

    /// Whether the master keys are the data's own.
    @Produces
    @Singleton
    @DefaultBean
    public KeyCheck keyCheck(AccountStore store, Masters masters) {
        return new KeyCheck(store, masters);
    }

    /// Webhook settings.
    @Produces
    @Singleton
    @DefaultBean
    public WebhookStore webhooks(MasterVault vault) {
        return new WebhookStore(client, tables, vault);
    }

    /// Who owns which sender.
    @Produces
    @Singleton
    @DefaultBean
    public SenderClaims senders(AccountStore accounts) {
        return new SenderClaims(client, tables, accounts, InstantSource.system());
    }

    /// Shared counters.
    @Produces
    @Singleton
    @DefaultBean
    public UsageCounters usage() {
        return new UsageCounters(client, tables);
    }

    /// Lines that messages go over.
    @Produces
    @Singleton
    @DefaultBean
    public SharedLines lines() {
        return new SharedLines(client, tables);
    }

    /// Web forms.
    @Produces
    @Singleton
    @DefaultBean
    public FormStore forms() {
        return new FormStore(client, tables);
    }

    /// Cases.
    @Produces
    @Singleton
    @DefaultBean
    public CaseStore cases() {
        return new CaseStore(client, tables);
    }

    /// What accounts' messages of a day came to.
    @Produces
    @Singleton
    @DefaultBean
    public DayTally tally() {
        return new DayTally(client, tables);
    }

    /// To how many people a text has gone.
    @Produces
    @Singleton
    @DefaultBean
    public TextTally texts() {
        return new TextTally(client, tables);
    }

    /// Published policy versions.
    @Produces
    @Singleton
    @DefaultBean
    public PolicyStore policies() {
        return new PolicyStore(client, tables);
    }

    /// Every decision on record.
    @Produces
    @Singleton
    @DefaultBean
    public DecisionScan decisions(MasterVault vault) {
        return new DecisionScan(client, tables, vault);
    }

    /// What is due.
    @Produces
    @Singleton
    @DefaultBean
    public Agenda agenda() {
        return new Agenda(client, tables, InstantSource.system());
    }

    /// The reader of the tables' streams.
    @Produces
    @Singleton
    @DefaultBean
    public StreamRecords streams() {
        return new StreamRecords(tables);
    }
}
