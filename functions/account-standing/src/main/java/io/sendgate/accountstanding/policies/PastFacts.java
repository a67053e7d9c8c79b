package io.sendgate.accountstanding.policies;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.RecordedDecision;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What decisions on record were made on: the entries before them, as they still stand.
///
/// A root's own entry is not named by a decision of its sub-account, so the root is taken as it is
/// now. What has been read is kept for the length of one replay, and for one thread.
final class PastFacts {

    private final AccountStore accounts;
    private final RecipientLedger ledger;
    private final Map<String, Optional<AccountState>> states = new HashMap<>();
    private final Map<Long, Optional<PlatformState>> platforms = new HashMap<>();

    PastFacts(AccountStore accounts, RecipientLedger ledger) {
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /// The account, its root and the platform; empty where an entry is gone.
    Optional<AccountFacts> account(RecordedDecision recorded) {
        Detail.Authorization made = recorded.authorization();
        AccountId id = recorded.account();
        Optional<AccountState> account =
                states.computeIfAbsent(
                        id.value() + "#" + made.accountEntry(),
                        key -> accounts.entry(id, made.accountEntry()));
        Optional<AccountState> root =
                recorded.root().equals(id)
                        ? account
                        : states.computeIfAbsent(
                                recorded.root().value(), key -> accounts.newest(recorded.root()));
        Optional<PlatformState> platform =
                platforms.computeIfAbsent(made.platformEntry(), accounts::platform);
        return account.flatMap(
                own ->
                        root.flatMap(
                                above -> platform.map(all -> new AccountFacts(own, above, all))));
    }

    /// The recipient; empty where the entry is gone, as after an erasure.
    Optional<RecipientState> recipient(RecordedDecision recorded) {
        return recorded.asOf() == 0
                ? Optional.of(RecipientState.UNKNOWN)
                : entry(recorded.tag(), recorded.asOf()).map(Entry::state);
    }

    private Optional<Entry> entry(RecipientTag tag, long number) {
        return ledger.entries(tag, number - 1, 1).stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }
}
