package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Source;

/// A source from which a capture of this number was refused.
public record RefusedSource(AccountId account, Source source) {}
