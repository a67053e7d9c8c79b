package io.sendgate.gate;

import io.sendgate.decision.PermitJudge;
import io.sendgate.gate.AuthorizeSend.Attempted;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.StateDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an approval has allowed and nobody has taken up yet: it belongs to whoever makes the very
/// same request again, once, as long as its permit is open.
///
/// Without this, the message that was approved would stand in its own way in every cap.
final class ApprovedRequest {

    private ApprovedRequest() {}

    /// Takes it up: the answer is that authorization; empty where there is none, or where something
    /// has arisen since.
    static Optional<Plan<Attempted>> takeUp(
            Ports ports, Asked asked, Accounts.Lease lease, Optional<Entry> newest) {
        if (asked.hold().isPresent() || asked.command().dryRun()) {
            return Optional.empty();
        }
        RecipientState state = Recipient.state(newest);
        Instant now = ports.clock().instant();
        String approved = asked.approvedHash();
        return state.keys().stream()
                .filter(binding -> binding.key().equals(approved))
                .filter(binding -> isOpen(ports, asked, lease, state, binding, now))
                .findFirst()
                .flatMap(binding -> plan(ports, asked, lease, newest, binding));
    }

    private static boolean isOpen(
            Ports ports,
            Asked asked,
            Accounts.Lease lease,
            RecipientState state,
            KeyBinding binding,
            Instant now) {
        Optional<Grant> grant = state.grant(binding.entry());
        return PermitJudge.judge(
                        asked.command().request(),
                        asked.recipient().facts(lease.facts(), state, asked.command().request()),
                        ports.policies().inForce(lease.facts(), now),
                        grant,
                        now)
                .isEmpty();
    }

    private static Optional<Plan<Attempted>> plan(
            Ports ports,
            Asked asked,
            Accounts.Lease lease,
            Optional<Entry> newest,
            KeyBinding binding) {
        Instant now = ports.clock().instant();
        StateDraft draft = asked.recipient().draft(newest).unbind(binding::equals);
        asked.keyHash()
                .map(hash -> new KeyBinding(hash, binding.body(), binding.entry(), now))
                .ifPresent(bound -> draft.key(bound, now));
        return ports.ledger()
                .entry(asked.recipient().tag(), binding.entry())
                .flatMap(Entry::detail)
                .flatMap(Detail::authorization)
                .map(
                        found ->
                                new Plan.Append<>(
                                        asked.recipient()
                                                .entry(
                                                        newest,
                                                        now,
                                                        List.of(),
                                                        Optional.empty(),
                                                        draft.done()),
                                        answer(found, lease)));
    }

    private static Attempted answer(Detail.Authorization found, Accounts.Lease lease) {
        SendAnswer answer =
                new SendAnswer.Decided(
                        found.id(), found.decision(), Optional.of(Grant.Status.GRANTED));
        return new Attempted(answer, lease, Optional.empty(), true);
    }
}
