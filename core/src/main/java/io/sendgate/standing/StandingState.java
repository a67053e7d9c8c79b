package io.sendgate.standing;

import io.sendgate.message.MessageClass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What stands against an account, and what counts against it: its history, applied in order.
///
/// @param measures what is in force, or was at the last action, in the order in which it was taken
/// @param strikes the findings against it, oldest first; beyond 200 the oldest gives way
/// @param appeals those without an answer and those refused, oldest first; beyond 100 the oldest
///     refused gives way
/// @param recent the ids of the last 50 steps: applying one of them again changes nothing
public record StandingState(
        List<Measure> measures, List<Strike> strikes, List<Appeal> appeals, List<String> recent) {

    /// The most restraints and recipient blocks that can stand against an account.
    public static final int MOST_MEASURES = 200;

    /// The most cleared texts; the oldest gives way, and is looked at again.
    public static final int MOST_CLEARED = 200;

    /// The most barred texts; the oldest gives way, and is found again where it goes on.
    public static final int MOST_BARRED = 100;

    /// Good standing, without a history.
    public static final StandingState GOOD =
            new StandingState(List.of(), List.of(), List.of(), List.of());

    private static final int MOST_STRIKES = 200;
    private static final int MOST_APPEALS = 100;
    private static final int MOST_RECENT = 50;
    private static final Comparator<Restraint> WORST_FIRST =
            Comparator.comparing(StandingLevel::of).reversed();

    /// Copies the lists, so that a state never changes.
    public StandingState {
        measures = List.copyOf(measures);
        strikes = List.copyOf(strikes);
        appeals = List.copyOf(appeals);
        recent = List.copyOf(recent);
    }

    /// The state that a history leads to.
    public static StandingState replay(List<Step> history) {
        StandingState state = GOOD;
        for (Step step : history) {
            state = state.after(step);
        }
        return state;
    }

    /// The state one step later.
    public StandingState after(Step step) {
        if (recent.contains(step.id())) {
            return this;
        }
        List<String> nextRecent = newest(appended(recent, step.id()), MOST_RECENT);
        return switch (step) {
            case Step.Acted acted ->
                    new StandingState(
                            measuresAfter(acted), strikesAfter(acted), appeals, nextRecent);
            case Step.Appealed(Appeal appeal) ->
                    new StandingState(
                            measures, strikes, bounded(appended(appeals, appeal)), nextRecent);
            case Step.Answered answered -> answered(answered, nextRecent);
        };
    }

    private List<Measure> measuresAfter(Step.Acted acted) {
        Stream<Measure> kept =
                measures.stream()
                        .filter(measure -> measure.standsAt(acted.order().at()))
                        .filter(measure -> !acted.ended().contains(measure.id()));
        List<Measure> all = Stream.concat(kept, acted.taken().stream()).toList();
        return newest(newest(all, Clearance.class, MOST_CLEARED), BarredText.class, MOST_BARRED);
    }

    private static List<Measure> newest(
            List<Measure> all, Class<? extends Measure> kind, int most) {
        long surplus = all.stream().filter(kind::isInstance).count() - most;
        List<Measure> oldest =
                all.stream().filter(kind::isInstance).limit(Math.max(0, surplus)).toList();
        return without(all, oldest::contains);
    }

    private List<Strike> strikesAfter(Step.Acted acted) {
        if (!acted.isStrike()) {
            return strikes;
        }
        Optional<String> endUser =
                acted.taken()
                        .filter(Restraint.class::isInstance)
                        .map(Restraint.class::cast)
                        .flatMap(Restraint::endUser);
        Strike strike = new Strike(acted.order(), acted.action(), endUser);
        return newest(appended(strikes, strike), MOST_STRIKES);
    }

    private StandingState answered(Step.Answered answered, List<String> nextRecent) {
        Appeal appeal = answered.appeal();
        List<Appeal> others = without(appeals, one -> one.id().equals(appeal.id()));
        if (!answered.isGranted()) {
            return new StandingState(
                    measures, strikes, appended(others, appeal.refused()), nextRecent);
        }
        return new StandingState(
                without(measures, measure -> measure.id().equals(appeal.action())),
                without(strikes, strike -> strike.id().equals(appeal.action())),
                others,
                nextRecent);
    }

    /// Whether a text was looked at and let go.
    ///
    /// @param text its hash
    public boolean isCleared(String text) {
        return measures.stream()
                .anyMatch(
                        measure ->
                                measure instanceof Clearance cleared
                                        && cleared.text().equals(text));
    }

    /// Whether a text was found to go to very many people.
    ///
    /// @param text its hash
    public boolean isBarred(String text) {
        return measures.stream()
                .anyMatch(
                        measure ->
                                measure instanceof BarredText barred && barred.text().equals(text));
    }

    /// What forbids a message, the worst first; empty where nothing does.
    ///
    /// @param sender the account's own user who sends, where the request names one
    public List<Restraint> bars(
            MessageClass messageClass, Optional<String> sender, Instant instant) {
        return restraints()
                .filter(restraint -> restraint.bars(messageClass, sender, instant))
                .sorted(WORST_FIRST)
                .toList();
    }

    /// The warnings that a sender should hear of.
    ///
    /// @param sender as for [#bars]
    public List<Restraint> warnings(
            MessageClass messageClass, Optional<String> sender, Instant instant) {
        return restraints()
                .filter(restraint -> restraint.action() == Action.WARN)
                .filter(restraint -> restraint.concerns(messageClass, sender))
                .filter(restraint -> restraint.standsAt(instant))
                .toList();
    }

    /// What it comes to in one word; what is about one end user alone does not count.
    public StandingLevel level(Instant instant) {
        return restraints()
                .filter(restraint -> restraint.endUser().isEmpty())
                .filter(restraint -> restraint.standsAt(instant))
                .map(StandingLevel::of)
                .reduce(StandingLevel.ACTIVE, StandingLevel::worse);
    }

    /// What stands of a case at an instant.
    public List<Measure> standing(String caseId, Instant instant) {
        return measures.stream()
                .filter(measure -> measure.order().caseId().equals(caseId))
                .filter(measure -> measure.standsAt(instant))
                .toList();
    }

    /// Whether one more appeal can be kept: one that waits for its answer never gives way.
    boolean hasRoomForAppeal() {
        return appeals.stream().filter(appeal -> !appeal.isRefused()).count() < MOST_APPEALS;
    }

    private Stream<Restraint> restraints() {
        return measures.stream().filter(Restraint.class::isInstance).map(Restraint.class::cast);
    }

    private static List<Appeal> bounded(List<Appeal> all) {
        return all.size() <= MOST_APPEALS
                ? all
                : all.stream()
                        .filter(Appeal::isRefused)
                        .findFirst()
                        .map(oldest -> without(all, oldest::equals))
                        .orElse(all);
    }

    private static <T> List<T> appended(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static <T> List<T> newest(List<T> list, int most) {
        return list.subList(Math.max(0, list.size() - most), list.size());
    }

    private static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }
}
