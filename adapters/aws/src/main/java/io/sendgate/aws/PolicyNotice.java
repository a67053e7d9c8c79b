package io.sendgate.aws;

import io.sendgate.account.AccountId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Word of a published version, for everybody or for one account: written once, told as an event.
///
/// @param digest `sha256:` and the hex SHA-256 of the document's bytes
/// @param summary what has changed, in a sentence
/// @param lastUpdated the document's own date
/// @param effectiveAt the first instant at which it is in force
/// @param material whether it changes what accounts may do
/// @param number its place among all published versions, from 1
/// @param at when it was published, in business time
/// @param account whom it is for; empty for everybody
public record PolicyNotice(
        String id,
        String version,
        String digest,
        String summary,
        Optional<LocalDate> lastUpdated,
        Instant effectiveAt,
        boolean material,
        long number,
        Instant at,
        Optional<AccountId> account) {

    /// The same word for one account.
    public PolicyNotice to(AccountId recipient) {
        return new PolicyNotice(
                id,
                version,
                digest,
                summary,
                lastUpdated,
                effectiveAt,
                material,
                number,
                at,
                Optional.of(recipient));
    }
}
