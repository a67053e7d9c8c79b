package io.sendgate.accountstanding.cases;

import java.util.Locale;

/// What a case is about, where somebody says so: any word, of which one has an effect.
final class Topic {

    private static final String COMPROMISE = "account-compromise";

    private Topic() {}

    /// Whether somebody else may hold the account's keys.
    static boolean isCompromise(String kind) {
        return kind.strip().toLowerCase(Locale.ROOT).replace('_', '-').equals(COMPROMISE);
    }
}
