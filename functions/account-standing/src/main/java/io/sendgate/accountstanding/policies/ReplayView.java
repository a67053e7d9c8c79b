package io.sendgate.accountstanding.policies;

import io.sendgate.aws.DecisionScan;
import io.sendgate.decision.Outcome;
import io.sendgate.publishing.ClauseDifference;
import io.sendgate.publishing.Comparison;
import io.sendgate.rest.answer.ClauseView;
import io.sendgate.rest.answer.Cursor;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A replay as its caller sees it.
///
/// @param decided how many records were decided again
/// @param same how many came to the same outcome for the same reasons
/// @param differences what differs, by document and clause
/// @param outcomes how many went from which outcome to which, of those that differ
/// @param unreplayed records that could not be replayed
/// @param next where the next call goes on; null at the end
record ReplayView(
        long decided,
        long same,
        List<Difference> differences,
        List<Turn> outcomes,
        Left unreplayed,
        @Nullable String next) {

    static final String LIST = "replay";

    private static final char BETWEEN = ' ';

    /// What differs about one clause.
    record Difference(
            ClauseView clause, long added, long removed, long changed, List<String> examples) {

        private static Difference of(ClauseDifference found) {
            return new Difference(
                    ClauseView.of(found.clause()),
                    found.added(),
                    found.removed(),
                    found.changed(),
                    found.examples());
        }
    }

    /// How many decisions turned from one outcome to another.
    record Turn(Outcome from, Outcome to, long count) {}

    /// Records that could not be replayed.
    record Left(long count, List<Unreplayed.Example> examples) {}

    static ReplayView of(ReplayPolicy.Replay replay) {
        Comparison comparison = replay.comparison();
        return new ReplayView(
                comparison.decided(),
                comparison.same(),
                comparison.differences().stream().map(Difference::of).toList(),
                comparison.outcomes().entrySet().stream()
                        .flatMap(
                                from ->
                                        from.getValue().entrySet().stream()
                                                .map(
                                                        to ->
                                                                new Turn(
                                                                        from.getKey(),
                                                                        to.getKey(),
                                                                        to.getValue())))
                        .toList(),
                new Left(replay.unreplayed().count(), replay.unreplayed().examples()),
                replay.next()
                        .map(at -> new Cursor(LIST, at.tag() + BETWEEN + at.entry()).text())
                        .orElse(null));
    }

    /// The position that a cursor of this list names.
    static DecisionScan.Position position(String cursor) {
        String position = Cursor.parse(LIST, cursor).position();
        int between = position.indexOf(BETWEEN);
        return new DecisionScan.Position(
                position.substring(0, between), position.substring(between + 1));
    }
}
