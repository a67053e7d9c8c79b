package io.sendgate.sendauthorization;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.AuthorizationRecord.Dated;
import io.sendgate.ledger.Change;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that became of an authorization; what does not apply is left out.
///
/// @param at when it happened, business time
/// @param kind `redeemed`, `outcome`, `revoked`, `expired`, `delivery`, `deferred`, `released` or
///     `cancelled`
/// @param status the outcome that was reported, or the provider's word
/// @param by who reported it: `caller`, or a provider
/// @param why what took the permit
/// @param until until when a hold was deferred again
/// @param authorization what a hold was released as
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryView(
        Instant at,
        String kind,
        @Nullable String status,
        @Nullable String by,
        @Nullable String why,
        @Nullable String errorCode,
        @Nullable Instant until,
        @Nullable String authorization,
        @Nullable List<ReasonCode> codes) {

    /// The views of changes, in their order; those about something else are not shown.
    static List<HistoryView> of(List<Dated> history) {
        return history.stream()
                .map(dated -> of(dated.at(), dated.change()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static HistoryView delivered(Instant at, Change.DeliveryUpdated it) {
        return new HistoryView(
                at,
                "delivery",
                it.status(),
                it.provider(),
                null,
                it.errorCode().orElse(null),
                null,
                null,
                null);
    }

    private static Optional<HistoryView> of(Instant at, Change change) {
        return switch (change) {
            case Change.Redeemed _ -> plain(at, "redeemed");
            case Change.OutcomeReported it -> Optional.of(outcome(at, it));
            case Change.PermitsRevoked it -> Optional.of(revoked(at, it));
            case Change.PermitsExpired _ -> plain(at, "expired");
            case Change.DeliveryUpdated it -> Optional.of(delivered(at, it));
            case Change.Held it -> Optional.of(deferred(at, it));
            case Change.HoldEnded it -> Optional.of(released(at, it));
            case Change.HoldCancelled _ -> plain(at, "cancelled");
            case Change.Authorized _,
                    Change.Refused _,
                    Change.ConsentGranted _,
                    Change.ConsentPending _,
                    Change.ConsentExpired _,
                    Change.ConsentRefused _,
                    Change.OptedOut _,
                    Change.OptedIn _,
                    Change.MessageReceived _,
                    Change.ReplyRequested _,
                    Change.ComplaintReceived _,
                    Change.BlockChanged _,
                    Change.FactsRecorded _,
                    Change.ReferenceRecorded _,
                    Change.FrequencyReset _,
                    Change.Erased _ ->
                    Optional.empty();
        };
    }

    private static Optional<HistoryView> plain(Instant at, String kind) {
        return Optional.of(new HistoryView(at, kind, null, null, null, null, null, null, null));
    }

    private static HistoryView outcome(Instant at, Change.OutcomeReported it) {
        return new HistoryView(
                at, "outcome", it.status().term(), it.by(), null, null, null, null, null);
    }

    private static HistoryView revoked(Instant at, Change.PermitsRevoked it) {
        return new HistoryView(at, "revoked", null, null, it.why(), null, null, null, null);
    }

    private static HistoryView deferred(Instant at, Change.Held it) {
        return new HistoryView(
                at, "deferred", null, null, null, null, it.until(), null, it.codes());
    }

    private static HistoryView released(Instant at, Change.HoldEnded it) {
        return new HistoryView(
                at,
                "released",
                it.outcome().term(),
                null,
                null,
                null,
                null,
                it.release(),
                it.codes());
    }
}
