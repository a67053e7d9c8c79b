package io.sendgate.accountstanding.accounts;

import io.sendgate.wire.json.SendgateJson;

import java.util.Optional;

/// What happened to an account, for whoever reads its ledger.
///
/// @param kind `account-opened`, `account-replaced`, `key-issued` …
/// @param subject what it happened to, a key's id for example; empty for the account as a whole
/// @param by the caller: `operator`, or the account and id of the key
/// @param reason what the caller gave as a reason
public record AccountChange(
        String kind, Optional<String> subject, String by, Optional<String> reason) {

    private static final String OPERATOR = "operator";

    /// What the operator did.
    public static AccountChange byOperator(String kind, Optional<String> subject) {
        return new AccountChange(kind, subject, OPERATOR, Optional.empty());
    }

    /// The change as JSON text.
    public String text() {
        return SendgateJson.write(this);
    }
}
