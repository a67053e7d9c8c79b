package io.sendgate.ledger;

import io.sendgate.account.AccountId;

import java.time.LocalDate;
import java.util.Optional;

/// What the recipient is to an account, as the account has put on record.
public record Relationship(
        AccountId account, String type, Optional<String> reference, Optional<LocalDate> since) {}
