package io.sendgate.ledger;

import io.sendgate.account.AccountId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A booking, payment or purchase of the recipient that an account has put on record.
///
/// @param ref the account's own name for it, at most 64 characters
/// @param kind `booking`, `payment` or `purchase`
/// @param status `open`, `completed` or `cancelled`
public record Reference(AccountId account, String ref, String kind, String status, Instant at) {

    /// Whether it is still open; closed ones give way first.
    public boolean isOpen() {
        return status.equals("open");
    }

    /// Whether this is the account's reference of that name.
    public boolean is(AccountId asking, String name) {
        return account.equals(asking) && ref.equals(name);
    }

    /// Puts a reference in place of the one of its name; where there are too many, the oldest
    /// closed
    /// one gives way.
    ///
    /// @return whether it found room
    static boolean put(Reference known, List<Reference> references) {
        references.removeIf(old -> old.is(known.account(), known.ref()));
        if (references.size() >= Bounds.REFERENCES && !dropOldestClosed(references)) {
            return false;
        }
        return references.add(known);
    }

    private static boolean dropOldestClosed(List<Reference> references) {
        return references.stream()
                .filter(reference -> !reference.isOpen())
                .min(Comparator.comparing(Reference::at))
                .map(references::remove)
                .orElse(false);
    }
}
