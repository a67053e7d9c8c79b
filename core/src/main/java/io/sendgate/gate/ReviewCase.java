package io.sendgate.gate;

import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;

import java.util.Optional;

/// The case that a review at the gate opens: its id follows from the authorization's, so that the
/// answer can name it before anybody has opened it.
public final class ReviewCase {

    private ReviewCase() {}

    /// The id of the case about an authorization; empty for an id this suite has not made.
    public static Optional<String> idOf(IdMint ids, String authorization) {
        return ids.locate(IdPrefix.AUTH, authorization)
                .map(found -> ids.mint(IdPrefix.CASE, found.at(), found.tag(), found.ref()));
    }
}
