package io.sendgate.gate;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who asks what.
///
/// @param keyHash hash of the caller's idempotency key
/// @param hold the hold that is being released, or the review that was approved
/// @param isApproved whether a person has looked at it
/// @param seat its place on the lines
record Asked(
        Recipient recipient,
        SendCommand command,
        Optional<String> keyHash,
        Optional<String> hold,
        boolean isApproved,
        Seat seat) {

    /// Whether it is a hold that goes on waiting where it is deferred again.
    boolean isHeld() {
        return hold.isPresent() && !isApproved;
    }

    /// Whether it is kept for want of a place, to be decided afresh when its turn comes.
    boolean waits(Decision decision) {
        boolean kept = isHeld() || command.whenBlocked() == SendCommand.WhenBlocked.HOLD;
        return kept
                && decision.outcome() == Outcome.DEFER
                && decision.codes().contains(ReasonCode.THROUGHPUT);
    }

    /// The hash under which the same request finds what an approval has allowed.
    String approvedHash() {
        return recipient.keyHash("approved", command.bodyHash());
    }

    private Optional<String> holdHash() {
        return hold.map(id -> recipient.keyHash("hold", id));
    }

    List<String> keyHashes() {
        return Stream.of(keyHash, holdHash()).flatMap(Optional::stream).toList();
    }

    Optional<KeyBinding> bindingIn(RecipientState state, Instant now) {
        List<String> hashes = keyHashes();
        return state.keys().stream()
                .filter(binding -> hashes.contains(binding.key()))
                .filter(binding -> !binding.at().plus(Bounds.KEY_LIFE).isBefore(now))
                .findFirst();
    }

    boolean isCancelled(RecipientState state) {
        return hold.filter(state.cancelledHolds()::contains).isPresent();
    }

    /// A key, or a hold, has one note; without either there is nothing to repeat.
    Optional<Ref.Noted> noteRef() {
        return holdHash().or(() -> keyHash).map(hash -> new Ref.Noted(Recipient.bits(hash)));
    }

    String mint(Instant at, Ref ref) {
        return recipient.ports().ids().mint(IdPrefix.AUTH, at, recipient.tag(), ref);
    }
}
