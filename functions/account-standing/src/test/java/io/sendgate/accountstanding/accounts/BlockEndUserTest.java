package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class BlockEndUserTest {

    private final Bench bench = new Bench();
    private final BlockEndUser blockEndUser = new BlockEndUser(bench.loop);

    @BeforeEach
    void adaIsThere() {
        bench.put(Bench.ADA, Bench.PLAIN);
        bench.journal.clear();
    }

    @Test
    void aBlockIsObeyedEverywhereOnceItIsAnswered() {
        put("user_7", true);

        assertThat(bench.newest(Bench.ADA).blockedEndUsers()).containsExactly("user_7");
        assertThat(bench.journal).containsExactly("append", "wait");
    }

    @Test
    void whoIsActiveAgainMaySend() {
        put("user_7", true);
        put("user_7", false);

        assertThat(bench.newest(Bench.ADA).blockedEndUsers()).isEmpty();
    }

    @Test
    void aRepeatAppendsNothingAndIsAnsweredNoEarlierThanTheFirst() {
        put("user_7", true);
        bench.journal.clear();

        put("user_7", true);

        assertThat(bench.journal).containsExactly("wait");
    }

    @Test
    void theLedgerSaysWhoBlockedWhomAndWhy() {
        put("user_7", true);

        assertThat(bench.store.changes().getLast())
                .contains("end-user-blocked", "user_7", "acct_ada/key_1", "abuse");
    }

    @Test
    void aThousandCanBeBlockedAndOneMoreOnlyWhenOneIsActiveAgain() {
        bench.store.rival(
                state ->
                        state.withBlockedEndUsers(
                                IntStream.range(0, BlockEndUser.MOST_BLOCKED - 1)
                                        .mapToObj(i -> "user_" + i)
                                        .collect(Collectors.toSet())));
        put("last", true);

        assertThat(status("one-more", true)).isEqualTo(409);
        put("user_0", false);
        put("one-more", true);
        assertThat(bench.newest(Bench.ADA).blockedEndUsers()).hasSize(BlockEndUser.MOST_BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "user\n7"})
    void anIdThatNoRequestCouldNameIsRefused(String id) {
        assertThat(status(id, true)).isEqualTo(400);
    }

    @Test
    void anIdHasAtMostSixtyFourCharacters() {
        put("é".repeat(64), true);

        assertThat(status("é".repeat(65), true)).isEqualTo(400);
    }

    private void put(String id, boolean blocked) {
        blockEndUser.put(
                Bench.ADA,
                new BlockEndUser.EndUser(id, blocked, Optional.of("abuse"), "acct_ada/key_1"));
    }

    private int status(String id, boolean blocked) {
        return catchThrowableOfType(ProblemException.class, () -> put(id, blocked))
                .problem()
                .status();
    }
}
