package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountState;
import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who owns which sender: a sender belongs to one family of accounts.
///
/// Claim a sender before the profile that lists it is appended. A claim is kept for a family and
/// holds as long as the newest profile of one of its claimants lists the sender; one that was
/// made within the last minute holds as well, since its profile may be on its way.
public final class SenderClaims {

    private static final TableName TABLE = TableName.ACCOUNTS;
    private static final String SORT_KEY = "C#";
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);
    private static final int MOST_ATTEMPTS = 20;

    private final ItemStore store;
    private final AccountStore accounts;
    private final InstantSource clock;

    /// Claims in this store, checked against these accounts.
    ///
    /// @param clock the machine's time
    public SenderClaims(
            DynamoDbClient store, Tables tables, AccountStore accounts, InstantSource clock) {
        this.store = new ItemStore(store, tables);
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Claims a sender for an account of a family.
    ///
    /// @param sender the sender's id as a profile lists it
    /// @return the root of the other family that owns it; empty where the claim is now this
    ///     family's
    /// @throws FactsUnavailable where the store cannot be reached, or others keep claiming it
    public Optional<AccountId> claim(String sender, AccountId root, AccountId account) {
        Claim wanted = new Claim(root, List.of(account), clock.instant(), 1);
        Optional<Item> there = store.putIfAbsent(TABLE, item(sender, wanted));
        for (int attempt = 0; attempt < MOST_ATTEMPTS && there.isPresent(); attempt++) {
            Claim standing = Claim.of(there.get());
            boolean ours = standing.root().equals(root);
            if (!ours && holds(standing, sender)) {
                return Optional.of(standing.root());
            }
            there =
                    replace(
                            sender,
                            standing,
                            ours ? standing.joined(wanted) : standing.taken(wanted));
        }
        if (there.isPresent()) {
            throw new FactsUnavailable("a sender is being claimed by others");
        }
        return Optional.empty();
    }

    /// Says that an account's newest profile no longer lists a sender it has claimed.
    ///
    /// Others may claim it from then on, unless an account of the family still lists it.
    ///
    /// @throws FactsUnavailable where the store cannot be reached
    public void release(String sender, AccountId root) {
        store.get(TABLE, store.key(TABLE, id(sender), SORT_KEY))
                .map(Claim::of)
                .filter(standing -> standing.root().equals(root))
                .ifPresent(standing -> replace(sender, standing, standing.released()));
    }

    /// The account that lists a sender; of several of a family, the first that claimed it.
    ///
    /// @throws FactsUnavailable where the store cannot be reached
    public Optional<AccountId> owner(String sender) {
        return store.get(TABLE, store.key(TABLE, id(sender), SORT_KEY)).map(Claim::of).stream()
                .flatMap(claim -> claim.accounts().stream())
                .filter(one -> accounts.newest(one).filter(it -> lists(it, sender)).isPresent())
                .findFirst();
    }

    private boolean holds(Claim claim, String sender) {
        boolean onItsWay = clock.instant().isBefore(claim.at().plus(ON_ITS_WAY));
        return onItsWay
                || claim.accounts().stream()
                        .map(accounts::newest)
                        .flatMap(Optional::stream)
                        .anyMatch(account -> lists(account, sender));
    }

    private static boolean lists(AccountState account, String sender) {
        return account.profile().senders().stream().anyMatch(one -> one.id().equals(sender));
    }

    private Optional<Item> replace(String sender, Claim old, Claim next) {
        Map<String, AttributeValue> seen = Item.draft().number(":v", old.version()).done();
        return store.putIf(
                TABLE,
                item(sender, next),
                put -> put.conditionExpression("v = :v").expressionAttributeValues(seen));
    }

    private static Map<String, AttributeValue> item(String sender, Claim claim) {
        return Item.draft()
                .text("id", id(sender))
                .text("entry", SORT_KEY)
                .text("root", claim.root().value())
                .texts("accounts", claim.accounts().stream().map(AccountId::value).toList())
                .time("time", claim.at())
                .number("v", claim.version())
                .done();
    }

    private static String id(String sender) {
        return "sender:" + HexFormat.of().formatHex(Sha256.of(sender));
    }

    /// A family's claim.
    ///
    /// @param accounts those of the family that have claimed it
    /// @param at when it was last claimed
    private record Claim(AccountId root, List<AccountId> accounts, Instant at, long version) {

        static Claim of(Item item) {
            return new Claim(
                    new AccountId(item.text("root")),
                    item.texts("accounts").stream().map(AccountId::new).toList(),
                    item.time("time"),
                    item.number("v").orElseThrow());
        }

        Claim joined(Claim wanted) {
            List<AccountId> both =
                    Stream.concat(accounts.stream(), wanted.accounts().stream())
                            .distinct()
                            .toList();
            return new Claim(root, both, wanted.at(), version + 1);
        }

        Claim released() {
            return new Claim(root, accounts, Instant.EPOCH, version + 1);
        }

        Claim taken(Claim wanted) {
            return new Claim(wanted.root(), wanted.accounts(), wanted.at(), version + 1);
        }
    }
}
