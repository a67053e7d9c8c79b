package io.sendgate.gate;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;

/// Keeps what is personal unreadable: the port to the keys.
public interface Vault {

    /// The tag of a person under a root account; the same person and root give the same tag.
    ///
    /// Somebody who is named by a number once and by an id alone another time has two.
    RecipientTag tag(AccountId root, Person person);

    /// The tag of a number under the platform's own key: for blocks that hold for every account.
    RecipientTag platformTag(PhoneNumber number);

    /// The number, sealed for this root and recipient.
    String seal(AccountId root, RecipientTag tag, PhoneNumber number);

    /// What was sealed.
    ///
    /// @throws IllegalArgumentException where it was not sealed for this root and recipient
    PhoneNumber open(AccountId root, RecipientTag tag, String sealed);

    /// A keyed hash of a text under a root account, 22 characters: for idempotency keys and
    /// provider ids.
    String hash(AccountId root, String text);
}
