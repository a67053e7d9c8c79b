package io.sendgate.consentreview;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.consent.Capture;
import io.sendgate.decision.Outcome;
import io.sendgate.gate.ReviewCase;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.IdMint;
import io.sendgate.message.SendRequest;
import io.sendgate.rest.answer.DecisionView;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.schema.Json;

import java.util.Optional;

/// The personal part of a record, opened: for the export, and nowhere else.
final class DetailView {

    private DetailView() {}

    /// The detail as JSON; what only serves the suite's own comparisons is left out.
    static ObjectNode of(Detail detail, IdMint ids) {
        return switch (detail) {
            case Detail.Authorization it -> authorization(it, ids);
            case Detail.ConsentCapture it -> capture(it);
            case Detail.InboundMessage it -> (ObjectNode) Json.tree(it);
            case Detail.RecordedOptOut it -> (ObjectNode) Json.tree(it);
            case Detail.ProviderMessage it -> (ObjectNode) Json.tree(it);
        };
    }

    private static ObjectNode authorization(Detail.Authorization it, IdMint ids) {
        Optional<String> caseId =
                it.decision().outcome() == Outcome.REVIEW
                        ? ReviewCase.idOf(ids, it.id())
                        : Optional.empty();
        ObjectNode json = Json.object();
        json.set("request", request(it.request()));
        json.set("decision", Json.tree(DecisionView.of(it.id(), it.decision(), caseId)));
        return json;
    }

    private static ObjectNode request(SendRequest request) {
        ObjectNode json = (ObjectNode) Json.tree(request);
        json.put("to", request.to().e164());
        json.remove("valid");
        return json;
    }

    private static ObjectNode capture(Detail.ConsentCapture it) {
        ObjectNode json = Json.object();
        json.put("id", it.id());
        json.set("tier", Json.tree(it.tier()));
        json.set("capture", capture(it.capture()));
        json.set("disclosureSha256", Json.tree(it.disclosureSha256()));
        json.set("reasons", Json.tree(ReasonView.of(it.reasons())));
        json.set("recordedAt", Json.tree(it.recordedAt()));
        return json;
    }

    private static ObjectNode capture(Capture capture) {
        ObjectNode json = (ObjectNode) Json.tree(capture);
        json.put("recipient", capture.recipient().e164());
        json.set(
                "purposes", Json.tree(capture.purposes().stream().map(one -> one.term()).toList()));
        return json;
    }
}
