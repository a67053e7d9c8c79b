package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.sendgate.account.AccountState;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.Fence;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.SteadyClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

class AccountLoopTest {

    private final Bench bench = new Bench();

    @BeforeEach
    void adaIsThere() {
        bench.put(Bench.ADA, Bench.PLAIN);
        bench.journal.clear();
    }

    @Test
    void aChangeIsAppendedThenWaitedForThenAnswered() {
        String answer = bench.loop.run(Bench.ADA, newest -> block(newest.orElseThrow(), "user_1"));

        bench.journal.add(answer);
        assertThat(bench.journal).containsExactly("append", "wait", "answer");
    }

    @Test
    void aRaceLostTwiceIsPlannedAgainOnTheWinnersState() {
        bench.store.rival(state -> state.withBlockedEndUsers(Set.of("rival_1")));
        bench.store.rival(state -> state.withBlockedEndUsers(Set.of("rival_1", "rival_2")));

        bench.loop.run(Bench.ADA, newest -> block(newest.orElseThrow(), "user_1"));

        assertThat(bench.newest(Bench.ADA).blockedEndUsers())
                .containsExactlyInAnyOrder("rival_1", "rival_2", "user_1");
        assertThat(bench.newest(Bench.ADA).entry()).isEqualTo(4);
        assertThat(bench.journal).containsExactly("append", "wait");
    }

    @Test
    void whatChangesNothingIsAnsweredAtOnce() {
        bench.loop.run(Bench.ADA, newest -> new AccountPlan.Keep<>("answer"));

        assertThat(bench.journal).isEmpty();
    }

    @Test
    void aRepeatWaitsForTheOneItRepeats() {
        bench.loop.run(Bench.ADA, newest -> new AccountPlan.Confirm<>("answer"));

        assertThat(bench.journal).containsExactly("wait");
    }

    @Test
    void anAccountThatChangesAllTheTimeIsUnavailable() {
        AccountState state = bench.newest(Bench.ADA);
        AccountStore contended = mock(AccountStore.class);
        when(contended.newest(Bench.ADA)).thenReturn(Optional.of(state));
        when(contended.append(any(AccountState.class), anyString(), any()))
                .thenReturn(Optional.of(state));
        AccountLoop loop = loop(contended, mock(SteadyClock.class));

        assertThatThrownBy(
                        () -> loop.run(Bench.ADA, newest -> block(newest.orElseThrow(), "user_1")))
                .isInstanceOf(FactsUnavailable.class);
    }

    @Test
    void aWaitThatIsCutShortIsNoAcknowledgement() {
        SteadyClock stopped = mock(SteadyClock.class);
        doThrow(new IllegalStateException("stopped")).when(stopped).pause(any());

        assertThatThrownBy(
                        () ->
                                loop(bench.store, stopped)
                                        .run(
                                                Bench.ADA,
                                                newest -> block(newest.orElseThrow(), "user_1")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static AccountLoop loop(AccountStore store, SteadyClock steady) {
        return new AccountLoop(
                store, new Fence(Duration.ofSeconds(2), steady), InstantSource.fixed(Bench.NOW));
    }

    private static AccountPlan<String> block(AccountState state, String user) {
        Set<String> blocked = new HashSet<>(state.blockedEndUsers());
        blocked.add(user);
        return new AccountPlan.Append<>(
                state.withBlockedEndUsers(blocked),
                AccountChange.byOperator("end-user-blocked", Optional.of(user)),
                "answer");
    }
}
