package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountFacts;
import io.sendgate.accountstanding.accounts.FreezeKeys;
import io.sendgate.aws.StoredCase;
import io.sendgate.rest.dto.CaseOpeningDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens a case in the operator's name, with the reports that it takes up.
@Singleton
public class TakeUpCase {

    private static final String PREFIX = "case_";
    private static final String BY = "operator";

    private final AccountBook accounts;
    private final OpenCase openCase;
    private final AttachReports attachReports;
    private final FreezeKeys freezeKeys;
    private final Once once;
    private final PlainIds ids;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public TakeUpCase(
            AccountBook accounts,
            OpenCase openCase,
            AttachReports attachReports,
            FreezeKeys freezeKeys,
            Once once,
            PlainIds ids,
            InstantSource clock) {
        this.accounts = accounts;
        this.openCase = openCase;
        this.attachReports = attachReports;
        this.freezeKeys = freezeKeys;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    /// Opens it; where it is about a break-in, the account's keys are frozen once this has
    /// answered.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 for an account there is not, 422 for a
    ///     clause or a report that does not fit, 409 for a report that another case has taken up
    StoredCase open(CaseOpeningDto wanted, Idempotency request) {
        Instant now = clock.instant();
        AccountFacts facts =
                accounts.facts(wanted.accountId())
                        .orElseThrow(
                                () ->
                                        Problem.invalidBody("/account", "is no account there is")
                                                .toException());
        Optional<String> clause = Optional.ofNullable(wanted.clause());
        clause.ifPresent(id -> AccountBook.requireClause(accounts.policy(facts, now), id));
        List<String> reports = Optional.ofNullable(wanted.reports()).orElse(List.of());
        String id = once.claim("case", request, ids.next(PREFIX, now)).id();
        attachReports.require(wanted.accountId(), id, reports);
        StoredCase opened =
                openCase.open(
                        new OpenCase.Opening(
                                id,
                                Optional.of(wanted.accountId()),
                                CaseOrigin.OPERATOR,
                                BY,
                                wanted.description(),
                                clause,
                                known(wanted, reports)));
        attachReports.attach(id, reports);
        if (wanted.kind() != null && Topic.isCompromise(wanted.kind())) {
            freezeKeys.freeze(wanted.accountId(), id);
        }
        return opened;
    }

    private static Map<String, String> known(CaseOpeningDto wanted, List<String> reports) {
        Map<String, String> known = new HashMap<>();
        if (!reports.isEmpty()) {
            known.put(Facts.REPORTS, String.join(" ", reports));
        }
        Optional.ofNullable(wanted.kind()).ifPresent(kind -> known.put(Facts.TOPIC, kind));
        return known;
    }
}
