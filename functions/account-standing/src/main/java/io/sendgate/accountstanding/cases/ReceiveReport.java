package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.AccountId;
import io.sendgate.accountstanding.accounts.FreezeKeys;
import io.sendgate.aws.StoredCase;
import io.sendgate.rest.dto.ReportDto;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes reports in: every one opens a case, whoever sends it and whether or not they know whom
/// it is about.
@Singleton
public class ReceiveReport {

    private final OpenCase openCase;
    private final AccountNames names;
    private final FreezeKeys freezeKeys;
    private final Once once;
    private final PlainIds ids;
    private final InstantSource clock;

    /// The use case over its ports.
    public ReceiveReport(
            OpenCase openCase,
            AccountNames names,
            FreezeKeys freezeKeys,
            Once once,
            PlainIds ids,
            InstantSource clock) {
        this.openCase = openCase;
        this.names = names;
        this.freezeKeys = freezeKeys;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    /// Where a report comes from.
    ///
    /// @param address their address: nobody else's idempotency key is in their way
    /// @param account the account whose key they have shown
    record Reporter(String address, Optional<AccountId> account) {}

    /// Takes a report in. An account that shows its key and reports a break-in has its keys frozen
    /// once this has answered; anybody else's word only opens a case.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 422 without a description
    ReportsResource.ReportView receive(ReportDto report, Reporter reporter, Idempotency request) {
        if (!report.missing().isEmpty()) {
            throw Problem.of(ProblemType.REFUSED).at(report.missing()).toException();
        }
        Instant now = clock.instant();
        String claimed =
                once.claim(
                                "report|" + reporter.address(),
                                request,
                                ids.next("case_", now) + "/" + ids.next("rep_", now))
                        .id();
        int slash = claimed.indexOf('/');
        String id = claimed.substring(slash + 1);
        StoredCase opened =
                openCase.open(
                        new OpenCase.Opening(
                                claimed.substring(0, slash),
                                about(report, reporter),
                                CaseOrigin.REPORT,
                                "public",
                                Optional.ofNullable(report.description()).orElseThrow(),
                                Optional.empty(),
                                facts(report, id)));
        reporter.account()
                .filter(account -> isCompromise(report))
                .ifPresent(account -> freezeKeys.freeze(account, opened.id()));
        return new ReportsResource.ReportView(
                opened.history().opening().fact(Facts.REPORT).orElse(id), opened.id());
    }

    /// Whoever says that their keys are in other hands is about themselves.
    private Optional<AccountId> about(ReportDto report, Reporter reporter) {
        return reporter.account()
                .filter(account -> isCompromise(report))
                .or(() -> Optional.ofNullable(report.accountName()).flatMap(names::find));
    }

    private static boolean isCompromise(ReportDto report) {
        return report.kind() != null && Topic.isCompromise(report.kind());
    }

    private static Map<String, String> facts(ReportDto report, String id) {
        Map<String, String> facts = new HashMap<>(Map.of(Facts.REPORT, id));
        put(facts, Facts.NAMED, report.accountName());
        put(facts, Facts.TOPIC, report.kind());
        put(facts, Facts.EVIDENCE, text(report.evidence()));
        put(facts, Facts.REPORTER, text(report.reporter()));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(present -> facts.put(name, present));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return Optional.ofNullable(node)
                .map(it -> it.isTextual() ? it.asText() : it.toString())
                .orElse(null);
    }
}
