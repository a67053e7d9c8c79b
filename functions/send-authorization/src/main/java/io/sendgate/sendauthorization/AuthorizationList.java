package io.sendgate.sendauthorization;

import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.AuthorizationRecord;
import io.sendgate.rest.answer.Cursor;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Parameters;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The part of a person's authorizations that a caller asks for, newest first.
///
/// @param decision the only outcome wanted
/// @param code a code that must be among the reasons
/// @param from the first instant, inclusive
/// @param to the last instant, exclusive
/// @param paging the page wanted
record AuthorizationList(
        Optional<Outcome> decision,
        Optional<ReasonCode> code,
        Optional<Instant> from,
        Optional<Instant> to,
        Paging paging) {

    private static final String NAME = "authorizations";

    /// What the query asks for, as it came.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 where a parameter cannot be read
    static AuthorizationList parse(
            @Nullable String decision,
            @Nullable String code,
            @Nullable String from,
            @Nullable String to,
            @Nullable String limit,
            @Nullable String after) {
        return new AuthorizationList(
                Parameters.term("decision", Outcome.class, decision),
                Parameters.term("code", ReasonCode.class, code),
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                Paging.parse(NAME, limit, after));
    }

    /// The page of these records, which are newest first.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 where the cursor is of another list
    <T> PageView<T> page(List<AuthorizationRecord> records, Function<AuthorizationRecord, T> view) {
        List<AuthorizationRecord> wanted = records.stream().filter(this::fits).toList();
        int start = paging.after().map(id -> startAfter(id, wanted)).orElse(0);
        int end = Math.min(wanted.size(), start + paging.limit());
        List<AuthorizationRecord> shown = wanted.subList(start, end);
        Optional<Cursor> next =
                end < wanted.size()
                        ? Optional.of(new Cursor(NAME, shown.getLast().authorization().id()))
                        : Optional.empty();
        return PageView.of(shown.stream().map(view).toList(), next);
    }

    private static int startAfter(String id, List<AuthorizationRecord> records) {
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i).authorization().id().equals(id)) {
                return i + 1;
            }
        }
        throw Problem.invalidParameter("after", "must be the next of this very list").toException();
    }

    private boolean fits(AuthorizationRecord record) {
        return decision.filter(wanted -> wanted != outcome(record)).isEmpty()
                && code.filter(wanted -> !codes(record).contains(wanted)).isEmpty()
                && from.filter(record.at()::isBefore).isEmpty()
                && to.filter(end -> !record.at().isBefore(end)).isEmpty();
    }

    private static Outcome outcome(AuthorizationRecord record) {
        return record.authorization().decision().outcome();
    }

    private static List<ReasonCode> codes(AuthorizationRecord record) {
        return record.authorization().decision().codes();
    }
}
