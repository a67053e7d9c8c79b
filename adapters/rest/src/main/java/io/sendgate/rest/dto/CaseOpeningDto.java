package io.sendgate.rest.dto;

import io.sendgate.account.AccountId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The body of `POST /cases`.
///
/// @param kind what it is about, `account-compromise` for example
/// @param reports the cases of reports that it takes up
public record CaseOpeningDto(
        String account,
        String description,
        @Nullable String clause,
        @Nullable String kind,
        @Nullable List<String> reports) {

    /// The account it is about.
    public AccountId accountId() {
        return new AccountId(account);
    }
}
