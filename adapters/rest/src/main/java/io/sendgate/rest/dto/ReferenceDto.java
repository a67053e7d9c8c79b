package io.sendgate.rest.dto;

import io.sendgate.account.AccountId;
import io.sendgate.ledger.Reference;

import java.time.Instant;

/// The body of `PUT /recipients/{number}/references/{ref}`.
///
/// @param kind `booking`, `payment` or `purchase`
/// @param status `open`, `completed` or `cancelled`
public record ReferenceDto(String kind, String status) {

    /// The reference as it is put on record.
    ///
    /// @param ref the account's own name for it
    public Reference toReference(AccountId account, String ref, Instant at) {
        return new Reference(account, ref, kind, status, at);
    }
}
