package io.sendgate.aws;

import java.util.Locale;

/// Sort keys of ledger entries: `S#0000000012` for recipients, `A#0000000007` for accounts.
final class EntryKey {

    /// What every recipient's entry starts with.
    static final String RECIPIENT = "S#";

    /// What every account's entry starts with.
    static final String ACCOUNT = "A#";

    /// The place of the claim that says under which of several keys a recipient is tagged.
    static final String CLAIM = "T#";

    private EntryKey() {}

    /// The sort key of a recipient's entry.
    static String of(long number) {
        return key(RECIPIENT, number);
    }

    /// The sort key of an account's entry.
    static String ofAccount(long number) {
        return key(ACCOUNT, number);
    }

    /// Whether a sort key is a recipient's entry's.
    static boolean isEntry(String sortKey) {
        return sortKey.startsWith(RECIPIENT);
    }

    /// The number in an entry's sort key.
    static long number(String sortKey) {
        return Long.parseLong(sortKey, 2, sortKey.length(), 10);
    }

    private static String key(String prefix, long number) {
        return prefix + String.format(Locale.ROOT, "%010d", number);
    }
}
