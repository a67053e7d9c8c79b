package io.sendgate.rest.dto;

import io.sendgate.account.AccountId;
import io.sendgate.ledger.Relationship;
import io.sendgate.ledger.Whereabouts;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The body of `PUT /recipients/{number}`.
public record RecipientFactsDto(
        @Nullable String timezone,
        @Nullable String country,
        @Nullable String region,
        @Nullable String postalCode,
        @Nullable RelationshipDto relationship) {

    /// What the recipient is to the account.
    public record RelationshipDto(
            String type, @Nullable String reference, @Nullable LocalDate since) {}

    /// Where the recipient is.
    public Whereabouts whereabouts() {
        return new Whereabouts(
                Optional.ofNullable(timezone).map(ZoneId::of),
                Optional.ofNullable(country),
                Optional.ofNullable(region),
                Optional.ofNullable(postalCode));
    }

    /// What the recipient is to `account`; empty where the body says nothing of it.
    public Optional<Relationship> relationshipTo(AccountId account) {
        return Optional.ofNullable(relationship)
                .map(
                        one ->
                                new Relationship(
                                        account,
                                        one.type(),
                                        Optional.ofNullable(one.reference()),
                                        Optional.ofNullable(one.since())));
    }
}
