package io.sendgate.sendauthorization;

import io.sendgate.decision.Outcome;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.ReviewCase;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.rest.answer.DecisionView;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.dto.AuthorizationRequestDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.Optional;

/// One request to send: read in the account's country, decided, and put into the contract's words.
@Singleton
public class DecideSend {

    private final AuthorizeSend authorizeSend;
    private final ReadAuthorizations records;
    private final IdMint ids;
    private final NumberReader reader;

    /// Decisions of this use case.
    @Inject
    public DecideSend(
            AuthorizeSend authorizeSend,
            ReadAuthorizations records,
            IdMint ids,
            NumberReader reader) {
        this.authorizeSend = authorizeSend;
        this.records = records;
        this.ids = ids;
        this.reader = reader;
    }

    /// Decides.
    ///
    /// @param place the request's place in the body; empty where it is the whole body
    /// @throws io.sendgate.rest.problem.ProblemException 400 where `to` spells no number, 422 where
    ///     the key came with another body
    /// @throws io.sendgate.gate.FactsUnavailable where facts are out of reach: never an allow
    AnswerView decide(
            AccountCaller caller,
            AuthorizationRequestDto request,
            Idempotency repeat,
            String place) {
        SendCommand command = command(caller, request, repeat, place);
        return switch (authorizeSend.authorize(caller.id(), command)) {
            case SendAnswer.Decided decided ->
                    AnswerView.of(whole(command, decided), status(caller, command, decided));
            case SendAnswer.KeyReused reused -> throw Idempotency.reused();
            case SendAnswer.Cancelled cancelled ->
                    throw Problem.of(ProblemType.CONFLICT)
                            .because("The hold that this key stands for was cancelled")
                            .toException();
        };
    }

    private SendCommand command(
            AccountCaller caller,
            AuthorizationRequestDto request,
            Idempotency repeat,
            String place) {
        return new SendCommand(
                request.toSendRequest(new Numbers(reader, caller.country()), place),
                request.holds() ? SendCommand.WhenBlocked.HOLD : SendCommand.WhenBlocked.ANSWER,
                request.isDryRun(),
                repeat.key(),
                repeat.bodyHash());
    }

    /// A review that is on record has opened a case, which it names.
    private DecisionView whole(SendCommand command, SendAnswer.Decided decided) {
        boolean opensCase = !command.dryRun() && decided.decision().outcome() == Outcome.REVIEW;
        Optional<String> caseId = opensCase ? ReviewCase.idOf(ids, decided.id()) : Optional.empty();
        return DecisionView.of(decided.id(), decided.decision(), caseId);
    }

    private Optional<String> status(
            AccountCaller caller, SendCommand command, SendAnswer.Decided decided) {
        boolean held =
                !command.dryRun()
                        && command.whenBlocked() == SendCommand.WhenBlocked.HOLD
                        && decided.decision().outcome() == Outcome.DEFER;
        if (!held) {
            return decided.status().map(Grant.Status::term);
        }
        return command.idempotencyKey().isEmpty()
                ? Optional.of(RecordView.HELD)
                : statusOnRecord(caller, decided.id());
    }

    /// A key may have come back to a hold that no longer waits.
    private Optional<String> statusOnRecord(AccountCaller caller, String id) {
        return records.find(caller.facts(), id).flatMap(RecordView::status);
    }
}
