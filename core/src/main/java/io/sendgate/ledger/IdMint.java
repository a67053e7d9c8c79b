package io.sendgate.ledger;

import io.sendgate.contact.RecipientTag;

import java.time.Instant;
import java.util.Optional;

/// Makes public ids that find their item and show nothing of it.
///
/// An id is sortable by its instant; two ids of one person cannot be linked; a made-up id is known
/// as
/// such without a read.
public interface IdMint {

    /// The id of what is kept at `ref`; the same arguments give the same id.
    String mint(IdPrefix prefix, Instant at, RecipientTag tag, Ref ref);

    /// What `id` names; empty for an id this suite has not made, or of another kind.
    Optional<Located> locate(IdPrefix prefix, String id);

    /// What an id names.
    ///
    /// @param at the instant it was minted with, in milliseconds
    record Located(Instant at, RecipientTag tag, Ref ref) {}
}
