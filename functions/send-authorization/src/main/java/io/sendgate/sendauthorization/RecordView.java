package io.sendgate.sendauthorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.gate.AuthorizationRecord;
import io.sendgate.gate.ReviewCase;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.message.SendRequest;
import io.sendgate.rest.answer.DecisionView;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.schema.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An authorization as it is on record: the whole decision, what was asked, and what became of it.
///
/// @param status of an allow, its present status; of a hold, `held`, `released` or `cancelled`;
///     left out for anything else
/// @param request what was asked, as it was understood
/// @param hold the hold that this decision released
/// @param waitsUntil for a hold that still waits, when it is decided afresh
/// @param release for a hold that was decided for good, the decision
/// @param history what was recorded about it since, oldest first
/// @param receipts what providers reported, oldest first
record RecordView(
        @JsonUnwrapped DecisionView whole,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status,
        JsonNode request,
        @Nullable String hold,
        @Nullable Instant waitsUntil,
        @Nullable ReleaseView release,
        List<HistoryView> history,
        List<HistoryView> receipts) {

    /// The status of a hold that still waits.
    static final String HELD = "held";

    /// The status of a hold that its sender cancelled.
    static final String CANCELLED = "cancelled";

    /// What a hold was released as.
    record ReleaseView(String id, Outcome decision, List<ReasonView> reasons) {

        private static ReleaseView of(AuthorizationRecord.Release release) {
            return new ReleaseView(
                    release.id(),
                    release.decision().outcome(),
                    ReasonView.of(release.decision().reasons()));
        }
    }

    /// The view of a record.
    static RecordView of(AuthorizationRecord record, IdMint ids) {
        String id = record.authorization().id();
        Decision decision = record.authorization().decision();
        Optional<String> caseId =
                decision.outcome() == Outcome.REVIEW ? ReviewCase.idOf(ids, id) : Optional.empty();
        return new RecordView(
                DecisionView.of(id, decision, caseId),
                status(record).orElse(null),
                request(record.authorization().request()),
                record.releases().orElse(null),
                record.waitsUntil().orElse(null),
                record.release().map(ReleaseView::of).orElse(null),
                HistoryView.of(record.history()),
                HistoryView.of(record.receipts()));
    }

    /// The present status; empty for a refusal.
    static Optional<String> status(AuthorizationRecord record) {
        if (!record.held()) {
            return record.status().map(Grant.Status::term);
        }
        if (record.cancelled()) {
            return Optional.of(CANCELLED);
        }
        return Optional.of(record.release().isPresent() ? "released" : HELD);
    }

    /// The request under the contract's names; the number in full, for it is the account's own.
    private static JsonNode request(SendRequest request) {
        ObjectNode json = (ObjectNode) Json.tree(request);
        json.put("to", request.to().e164());
        json.remove("valid");
        return json;
    }
}
