package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.contact.RecipientTag;
import io.sendgate.message.MessageClass;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whatever an operator and an account do, in whatever order.
class StandingPropertyTest {

    private static final int SEQUENCES = 500;
    private static final int MOVES = 12;

    static Stream<Ladder> ladders() {
        return Stream.of(Ladders.GRADUATED, Ladders.DIRECT, Ladders.BARE);
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void noSequenceReachesWhatTheLadderForbids(Ladder ladder) {
        everySequence(
                ladder,
                (desk, random) -> {
                    step(desk, random);
                    restraints(desk.state())
                            .forEach(
                                    restraint ->
                                            assertThat(ladder.rung(restraint.action()))
                                                    .hasValueSatisfying(
                                                            rung -> assertFits(rung, restraint)));
                });
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void aTerminationEndsWithAGrantedAppealAndNotOtherwise(Ladder ladder) {
        everySequence(
                ladder,
                (desk, random) -> {
                    Set<String> before = terminations(desk.state());
                    step(desk, random);
                    Set<String> after = terminations(desk.state());
                    before.stream()
                            .filter(id -> !after.contains(id))
                            .forEach(id -> assertThat(granted(desk)).isEqualTo(Optional.of(id)));
                });
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void everyActionIsUndoneExactlyByItsLift(Ladder ladder) {
        everySequence(
                ladder,
                (desk, random) -> {
                    step(desk, random);
                    List<Measure> before = standing(desk);
                    if (desk.act("case_0", measure(desk, random)) instanceof Ruling.Accepted
                            && standing(desk).getLast().canBeLifted()) {
                        desk.act("case_0", Desk.lift(desk.last()));
                        assertThat(standing(desk)).isEqualTo(before);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void aGrantedAppealRestoresWhatItsActionTookAndVoidsTheStrike(Ladder ladder) {
        everySequence(
                ladder,
                (desk, random) -> {
                    step(desk, random);
                    List<Measure> measures = standing(desk);
                    List<Strike> strikes = desk.state().strikes();
                    List<Appeal> appeals = desk.state().appeals();
                    boolean restrained =
                            desk.act("case_new", restraint(desk, random))
                                    instanceof Ruling.Accepted;
                    if (restrained && desk.appeal(desk.last()) instanceof Ruling.Accepted) {
                        desk.answer(desk.last(), true);
                        assertThat(standing(desk)).isEqualTo(measures);
                        assertThat(desk.state().strikes()).isEqualTo(strikes);
                        assertThat(desk.state().appeals()).isEqualTo(appeals);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void replayingTheHistoryGivesTheState(Ladder ladder) {
        everySequence(
                ladder,
                (desk, random) -> {
                    step(desk, random);
                    assertThat(StandingState.replay(desk.history())).isEqualTo(desk.state());
                });
    }

    @ParameterizedTest
    @MethodSource("ladders")
    void aStepAppliedAgainChangesNothing(Ladder ladder) {
        everySequence(
                ladder,
                (desk, random) -> {
                    step(desk, random);
                    for (Step step : desk.history()) {
                        assertThat(desk.state().after(step)).isEqualTo(desk.state());
                    }
                });
    }

    /// One move of a sequence, with its claim.
    private interface Move {

        void make(Desk desk, Random random);
    }

    private static void everySequence(Ladder ladder, Move move) {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            Desk desk = new Desk(ladder);
            for (int i = 0; i < MOVES; i++) {
                move.make(desk, random);
            }
        }
    }

    /// Something happens, refused or not, after a while.
    private static Ruling step(Desk desk, Random random) {
        desk.wait(Duration.ofHours(random.nextInt(200)));
        String caseId = "case_" + random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> desk.act(caseId, measure(desk, random));
            case 3 -> desk.act(caseId, Desk.lift());
            case 4 -> desk.act(caseId, new Proposal.Dismiss(text(random)));
            case 5 -> desk.appeal(anyIdOf(actions(desk), random));
            default ->
                    desk.answer(
                            anyIdOf(
                                    desk.state().appeals().stream().map(Appeal::id).toList(),
                                    random),
                            random.nextBoolean());
        };
    }

    private static Proposal measure(Desk desk, Random random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                    new Proposal.Block(
                            new RecipientTag("0".repeat(RecipientTag.LENGTH)),
                            anyOf(List.of(RecipientBlock.Reach.values()), random));
            case 1 -> new Proposal.Approve(Optional.of("hash_" + random.nextInt(5)));
            default -> restraint(desk, random);
        };
    }

    private static Proposal restraint(Desk desk, Random random) {
        return new Proposal.Restrain(
                anyOf(List.copyOf(Restraint.KINDS), random),
                random.nextBoolean()
                        ? Set.of()
                        : Set.of(anyOf(List.of(MessageClass.values()), random)),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(desk.now().plus(Duration.ofHours(random.nextInt(400)))),
                random.nextInt(4) == 0 ? Optional.of("user_7") : Optional.empty());
    }

    private static Optional<String> text(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of("hash_" + random.nextInt(5));
    }

    private static List<String> actions(Desk desk) {
        return desk.history().stream()
                .filter(Step.Acted.class::isInstance)
                .map(Step::id)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static <T> T anyOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String anyIdOf(List<String> all, Random random) {
        return all.isEmpty() ? "id_none" : anyOf(all, random);
    }

    private static List<Measure> standing(Desk desk) {
        return desk.state().measures().stream()
                .filter(measure -> measure.standsAt(desk.now()))
                .toList();
    }

    private static Stream<Restraint> restraints(StandingState state) {
        return state.measures().stream()
                .filter(Restraint.class::isInstance)
                .map(Restraint.class::cast);
    }

    private static Set<String> terminations(StandingState state) {
        return restraints(state)
                .filter(restraint -> restraint.action() == Action.TERMINATE)
                .map(Restraint::id)
                .collect(Collectors.toSet());
    }

    private static Optional<String> granted(Desk desk) {
        return Optional.of(desk.history().getLast())
                .filter(Step.Answered.class::isInstance)
                .map(Step.Answered.class::cast)
                .filter(Step.Answered::isGranted)
                .map(answered -> answered.appeal().action());
    }

    private static void assertFits(Rung rung, Restraint restraint) {
        assertThat(rung.ending())
                .isNotEqualTo(
                        restraint.until().isPresent() ? Rung.Ending.NEVER : Rung.Ending.REQUIRED);
        assertThat(Stream.concat(rung.scopes().stream(), rung.usualScope().stream()).toList())
                .containsAll(restraint.scope());
        assertThat(restraint.forfeitsFees()).isEqualTo(rung.forfeitsFees());
    }
}
