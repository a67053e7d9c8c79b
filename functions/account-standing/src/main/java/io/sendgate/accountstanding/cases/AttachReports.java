package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountId;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.standing.Action;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.Order;
import io.sendgate.standing.Step;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Takes reports up in another case: nobody knew whom they were about, or several are about one
/// matter. A report's own case is closed by it, and says where it went.
@Singleton
public class AttachReports {

    private static final String PREFIX = "act_";
    private static final String BOUND = "attached_";
    private static final String BY = "operator";
    private static final String NO_CLAUSE = "none";

    private final CaseStore cases;
    private final CaseLoop loop;
    private final PlainIds ids;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public AttachReports(CaseStore cases, CaseLoop loop, PlainIds ids, InstantSource clock) {
        this.cases = cases;
        this.loop = loop;
        this.ids = ids;
        this.clock = clock;
    }

    /// Requires that each is the case of a report about that account, or about nobody known.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 422 where one is not, 409 where another
    ///     case has taken one up
    void require(AccountId account, String caseId, List<String> reports) {
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            if (cases.find(reports.get(i)).filter(file -> fits(file, account)).isEmpty()) {
                faults.add(new Violation("/reports/" + i, "is no case of a report that fits here"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.of(ProblemType.REFUSED).at(faults).toException();
        }
        reports.forEach(report -> requireFree(report, caseId, cases.bound(BOUND + report)));
    }

    private static boolean fits(StoredCase file, AccountId account) {
        return file.history().opening().fact(Facts.REPORT).isPresent()
                && file.account().map(account::equals).orElse(true);
    }

    /// Closes the reports' own cases in favour of `caseId`; a repeat changes nothing.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 409 where another case has taken one up
    void attach(String caseId, List<String> reports) {
        for (String report : reports) {
            requireFree(report, caseId, cases.bind(BOUND + report, caseId));
            loop.add(report, file -> closing(file, caseId));
        }
    }

    private static void requireFree(String report, String caseId, Optional<String> taker) {
        if (taker.filter(other -> !other.equals(caseId)).isPresent()) {
            throw Problem.of(ProblemType.CONFLICT)
                    .because("Another case has taken up " + report)
                    .toException();
        }
    }

    private CaseEntry.Draft closing(StoredCase file, String caseId) {
        return file.history().entries().stream()
                .filter(entry -> entry.fact(Facts.ATTACHED).isPresent())
                .findFirst()
                .map(CaseEntry::draft)
                .orElseGet(() -> closing(file.id(), caseId, clock.instant()));
    }

    private CaseEntry.Draft closing(String report, String caseId, Instant now) {
        String id = ids.next(PREFIX, now);
        Step step =
                new Step.Acted(
                        new Order(id, report, NO_CLAUSE, now),
                        Action.DISMISS,
                        Optional.empty(),
                        false,
                        Set.of());
        return new CaseEntry.Draft(
                CaseEntry.Kind.ACTED,
                id,
                now,
                BY,
                "Taken up in another case",
                Map.of(Facts.ATTACHED, caseId),
                Optional.of(step));
    }
}
