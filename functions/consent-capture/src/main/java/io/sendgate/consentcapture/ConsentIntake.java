package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Capture;
import io.sendgate.gate.CaptureAnswer;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadConsents;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.dto.ConsentCaptureDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Takes in the consents that accounts submit.
@Singleton
public class ConsentIntake {

    private final CaptureConsent captures;
    private final ReadConsents consents;
    private final Ports ports;
    private final NumberReader reader;

    /// The intake over the use cases.
    @Inject
    public ConsentIntake(CaptureConsent captures, Ports ports, NumberReader reader) {
        this.captures = captures;
        this.consents = new ReadConsents(ports);
        this.ports = ports;
        this.reader = reader;
    }

    /// Records a consent.
    ///
    /// @param place the item's place in a batch's body, `/consents/3`; empty for a single one
    /// @return its view; for a repeat, as it is now
    /// @throws ProblemException 400 for what cannot be read; 422 for what is no consent, with
    ///     `reasons` and the refused capture's `id`, and for a key that was used with another body
    public ConsentView record(
            AccountFacts account,
            ConsentCaptureDto submitted,
            Idempotency idempotency,
            String place,
            Places places) {
        Numbers numbers = new Numbers(reader, account.account().profile().country());
        Capture capture = submitted.toCapture(numbers, ports.clock().instant(), place);
        CaptureAnswer answer =
                captures.capture(account, capture, idempotency.key(), idempotency.bodyHash());
        return switch (answer) {
            case CaptureAnswer.Captured captured ->
                    view(account, capture, captured, idempotency, places);
            case CaptureAnswer.Refused refused -> throw refusal(refused);
            case CaptureAnswer.KeyReused reused -> throw Idempotency.reused();
        };
    }

    /// Without a key it is new, and as it was just recorded; with one it may be a repeat.
    private ConsentView view(
            AccountFacts account,
            Capture capture,
            CaptureAnswer.Captured captured,
            Idempotency idempotency,
            Places places) {
        ConsentView fresh = ConsentView.of(capture, captured, places);
        return idempotency.key().isEmpty()
                ? fresh
                : consents.find(account, captured.id())
                        .map(found -> ConsentView.of(found, places))
                        .orElse(fresh);
    }

    /// The answer where a capture is no consent.
    static ProblemException refusal(CaptureAnswer.Refused refused) {
        return Problem.of(ProblemType.REFUSED)
                .because("What was submitted is no consent; it is kept as a refused capture")
                .with("id", refused.id())
                .with("receiptUrl", Places.receipt(refused.id()))
                .with("reasons", ReasonView.of(refused.reasons()))
                .toException();
    }
}
