package io.sendgate.account;

import java.util.Optional;

/// The operator's name for an account: `acct_` and 1 to 40 of `[a-z0-9]`.
///
/// @param value the id in full
public record AccountId(String value) implements Comparable<AccountId> {

    private static final String PREFIX = "acct_";
    private static final int LONGEST_NAME = 40;

    /// Refuses anything that is not an account id.
    public AccountId {
        if (!isAccountId(value)) {
            throw new IllegalArgumentException("not an account id");
        }
    }

    /// The id that `text` spells, if it spells one.
    public static Optional<AccountId> parse(String text) {
        return isAccountId(text) ? Optional.of(new AccountId(text)) : Optional.empty();
    }

    private static boolean isAccountId(String text) {
        int name = text.length() - PREFIX.length();
        return text.startsWith(PREFIX)
                && name >= 1
                && name <= LONGEST_NAME
                && text.chars().skip(PREFIX.length()).allMatch(AccountId::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
