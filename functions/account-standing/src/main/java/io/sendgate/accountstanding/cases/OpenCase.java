package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountId;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseHistory;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Opens cases; the same id opens one case however often it is asked for.
@Singleton
public class OpenCase {

    private final CaseStore store;
    private final StandingSettings settings;
    private final InstantSource clock;

    /// Over the store.
    ///
    /// @param clock business time
    public OpenCase(CaseStore store, StandingSettings settings, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /// A case to be opened.
    ///
    /// @param account whom it is about; empty where nobody knows
    /// @param by who opens it
    /// @param clause the clause that may have been breached
    /// @param facts what is known, by the names of [Facts]
    record Opening(
            String id,
            Optional<AccountId> account,
            CaseOrigin origin,
            String by,
            String description,
            Optional<String> clause,
            Map<String, String> facts) {}

    /// Opens a case, or finds it.
    StoredCase open(Opening opening) {
        Instant now = clock.instant();
        Map<String, String> facts = new HashMap<>(opening.facts());
        facts.put(Facts.ORIGIN, opening.origin().term());
        opening.clause().ifPresent(clause -> facts.put(Facts.CLAUSE, clause));
        facts.put(
                CaseHistory.DUE,
                settings.calendar().after(now, settings.caseBusinessDays()).toString());
        StoredCase opened =
                StoredCase.opened(
                        opening.id(),
                        opening.account(),
                        new CaseEntry.Draft(
                                CaseEntry.Kind.OPENED,
                                opening.id(),
                                now,
                                opening.by(),
                                opening.description(),
                                facts,
                                Optional.empty()));
        return store.open(opened).orElse(opened);
    }
}
