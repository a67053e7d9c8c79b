package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Accounts whose platform says that sends are closed as long as the recipients' table is not the
/// one that the ledger knows: a restored table is a new one, and it lacks the newest opt-outs.
///
/// Nobody has to remember to close the sends. A table is known by the instant it was made, which
/// no restore brings along; it is asked once a process.
public final class RestoreGuard implements AccountStore {

    private static final String TABLE = "table";
    private static final String REPLAYED = "replayed";

    private final AccountStore accounts;
    private final DynamoDbClient client;
    private final String recipients;
    private final AtomicReference<String> made = new AtomicReference<>();

    /// A guard before these accounts.
    public RestoreGuard(AccountStore accounts, DynamoDbClient client, Tables tables) {
        this.accounts = accounts;
        this.client = client;
        this.recipients = tables.name(TableName.RECIPIENTS);
    }

    /// Binds the ledger to this table where it knows none yet.
    ///
    /// @param at business time
    public void bind(Instant at) {
        if (!accounts.platform().extra().containsKey(TABLE)) {
            new PlatformLedger(accounts)
                    .change(
                            "table-bound",
                            at,
                            state ->
                                    state.extra().containsKey(TABLE)
                                            ? state
                                            : state.withExtra(Map.of(TABLE, table())));
        }
    }

    /// Remembers that every opt-out has been brought back into this table.
    ///
    /// @param at business time
    public void replayed(Instant at) {
        new PlatformLedger(accounts)
                .change(
                        "opt-outs-replayed",
                        at,
                        state -> state.withExtra(Map.of(REPLAYED, table())));
    }

    /// Closes the sends.
    ///
    /// @param at business time
    public void close(Instant at) {
        new PlatformLedger(accounts)
                .change(
                        "sends-closed",
                        at,
                        state -> state.sendsClosed() ? state : state.withSendsClosed(true));
    }

    /// Opens the sends, on this table from now on.
    ///
    /// @param at business time
    /// @throws IllegalStateException where this table has been restored and its opt-outs have not
    ///     been brought back
    public void open(Instant at) {
        new PlatformLedger(accounts).change("sends-opened", at, this::opened);
    }

    private PlatformState opened(PlatformState state) {
        if (isRestored(state) && !table().equals(state.extra().get(REPLAYED))) {
            throw new IllegalStateException(
                    "the table has been restored: bring its opt-outs back first");
        }
        PlatformState bound = state.withExtra(Map.of(TABLE, table()));
        return new PlatformState(
                bound.entry(),
                bound.published(),
                bound.blockedTags(),
                false,
                bound.banned(),
                bound.extra());
    }

    private boolean isRestored(PlatformState state) {
        return Optional.ofNullable(state.extra().get(TABLE))
                .filter(known -> !known.equals(table()))
                .isPresent();
    }

    /// The instant that the table was made, as JSON text.
    private String table() {
        String known = made.get();
        if (known == null) {
            known =
                    "\""
                            + ItemStore.reached(
                                    TableName.RECIPIENTS,
                                    () ->
                                            client.describeTable(r -> r.tableName(recipients))
                                                    .table()
                                                    .creationDateTime())
                            + "\"";
            made.set(known);
        }
        return known;
    }

    private PlatformState guarded(PlatformState state) {
        return !state.sendsClosed() && isRestored(state)
                ? new PlatformState(
                        state.entry(),
                        state.published(),
                        state.blockedTags(),
                        true,
                        state.banned(),
                        state.extra())
                : state;
    }

    @Override
    public PlatformState platform() {
        return guarded(accounts.platform());
    }

    @Override
    public Optional<AccountState> newest(AccountId account) {
        return accounts.newest(account);
    }

    @Override
    public Optional<AccountState> entry(AccountId account, long number) {
        return accounts.entry(account, number);
    }

    @Override
    public Optional<AccountState> append(AccountState next, String change, Instant at) {
        return accounts.append(next, change, at);
    }

    @Override
    public Optional<PlatformState> platform(long number) {
        return accounts.platform(number);
    }

    @Override
    public Optional<PlatformState> append(PlatformState next, String change, Instant at) {
        return accounts.append(next, change, at);
    }

    @Override
    public List<AccountId> accounts() {
        return accounts.accounts();
    }
}
