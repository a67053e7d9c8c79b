package io.sendgate.rest.dto;

import io.sendgate.account.AccountId;

import org.jspecify.annotations.Nullable;

/// The body of `POST /cases`.
public record CaseOpeningDto(String account, String description, @Nullable String clause) {

    /// The account it is about.
    public AccountId accountId() {
        return new AccountId(account);
    }
}
