package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Detail;

/// A decision on record, and the ledger entry it was made on.
///
/// @param root the family it was made for
/// @param account the account it was made for
/// @param asOf the number of the recipient's entry that it was decided on; 0 for none
public record RecordedDecision(
        RecipientTag tag,
        AccountId root,
        AccountId account,
        long asOf,
        Detail.Authorization authorization) {}
