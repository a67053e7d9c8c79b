package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.rest.answer.Notes;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.dto.OptOutDto;
import io.sendgate.rest.idempotency.Idempotency;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Optional;

/// Takes in the opt-outs that accounts report.
@Singleton
public class OptOutIntake {

    private final RecordOptOut optOuts;
    private final Ports ports;
    private final NumberReader reader;

    /// The intake over its use case.
    @Inject
    public OptOutIntake(RecordOptOut optOuts, Ports ports, NumberReader reader) {
        this.optOuts = optOuts;
        this.ports = ports;
        this.reader = reader;
    }

    /// Records an opt-out for the account's whole family.
    ///
    /// An opt-out is never refused for its time: one from the future is now.
    ///
    /// @param place the item's place in a batch's body, `/optOuts/3`; empty for a single one
    /// @throws ProblemException 400 for what cannot be read; 422 for a key that was used with
    ///     another body, or a note that may not be kept
    public OptOutView record(
            AccountFacts account, OptOutDto reported, Idempotency idempotency, String place) {
        RecordOptOut.Report report = report(account, reported, place);
        RecordOptOut.Answer answer =
                Notes.kept(
                        () ->
                                optOuts.record(
                                        account,
                                        report,
                                        idempotency.key(),
                                        idempotency.bodyHash()));
        return switch (answer) {
            case RecordOptOut.Answer.Recorded recorded -> OptOutView.of(report, recorded);
            case RecordOptOut.Answer.KeyReused reused -> throw Idempotency.reused();
        };
    }

    private RecordOptOut.Report report(AccountFacts account, OptOutDto reported, String place) {
        Instant now = ports.clock().instant();
        Numbers numbers = new Numbers(reader, account.account().profile().country());
        return new RecordOptOut.Report(
                numbers.number(reported.recipient(), place + "/recipient"),
                Optional.ofNullable(reported.channel()),
                Optional.of(reported.scope()),
                reported.via(),
                Optional.ofNullable(reported.at()).filter(at -> !at.isAfter(now)),
                Optional.ofNullable(reported.note()));
    }
}
