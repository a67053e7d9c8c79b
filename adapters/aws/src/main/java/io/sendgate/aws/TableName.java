package io.sendgate.aws;

import java.util.Locale;

/// A table of the suite, whatever prefix it carries where it is deployed.
public enum TableName {
    /// Recipients' ledgers and the notes beside them.
    RECIPIENTS,
    /// Ledgers of accounts and of the platform, webhook settings, sender claims and counters.
    ACCOUNTS,
    /// Web forms.
    FORMS,
    /// Cases, one item each.
    CASES,
    /// Published policy documents.
    POLICIES,
    /// What is due, and when.
    AGENDA;

    /// The name without a prefix, in lower case.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
