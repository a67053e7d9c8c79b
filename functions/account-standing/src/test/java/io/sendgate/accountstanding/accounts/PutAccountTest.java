package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.sendgate.account.AccountId;
import io.sendgate.account.ApiKey;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.Violation;
import io.sendgate.standing.StandingLevel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class PutAccountTest {

    private static final AccountId SUB = new AccountId("acct_sub");
    private static final String WITH_SENDER =
            """
            {"businessName": "Ada Plumbing", "policy": "customerflows",
             "senders": [{"id": "+18885550123", "channel": "sms", "type": "toll-free"}]}\
            """;
    private static final String WITH_TWO_SENDERS =
            """
            {"businessName": "Ada Plumbing", "policy": "customerflows", "senders": [
              {"id": "+18885550199", "channel": "sms", "type": "toll-free"},
              {"id": "+18885550123", "channel": "sms", "type": "toll-free"}]}\
            """;
    private static final String UNDER_ADA =
            """
            {"businessName": "Ada East", "policy": "customerflows", "parent": "acct_ada"}\
            """;
    private static final String UNDER_SUB =
            """
            {"businessName": "Ada Far East", "policy": "customerflows", "parent": "acct_sub"}\
            """;

    private final Bench bench = new Bench();

    @Test
    void aNewAccountIsCreatedInGoodStandingWithoutAWait() {
        PutAccount.Put put = bench.put(Bench.ADA, Bench.PLAIN);

        assertThat(put.created()).isTrue();
        assertThat(put.standing()).isEqualTo(StandingLevel.ACTIVE);
        assertThat(bench.journal).containsExactly("append");
    }

    @Test
    void anotherDocumentReplacesTheFirstAndIsWaitedFor() {
        bench.put(Bench.ADA, Bench.PLAIN);

        PutAccount.Put put = bench.put(Bench.ADA, WITH_SENDER);

        assertThat(put.created()).isFalse();
        assertThat(bench.newest(Bench.ADA).profile()).isEqualTo(Bench.profile(WITH_SENDER));
        assertThat(bench.journal).containsExactly("append", "append", "wait");
    }

    @Test
    void theSameDocumentAgainChangesNothingAndDoesNotWait() {
        bench.put(Bench.ADA, WITH_SENDER);
        bench.journal.clear();

        PutAccount.Put put = bench.put(Bench.ADA, WITH_SENDER);

        assertThat(put.created()).isFalse();
        assertThat(bench.newest(Bench.ADA).entry()).isEqualTo(1);
        assertThat(bench.journal).isEmpty();
    }

    @Test
    void replacingADocumentLeavesKeysAndBlockedEndUsersAlone() {
        bench.put(Bench.ADA, Bench.PLAIN);
        ApiKey key = new ApiKey("key_1", "hash", Bench.NOW);
        bench.store.rival(state -> state.withKeys(List.of(key)));
        bench.store.rival(state -> state.withBlockedEndUsers(Set.of("user_1")));

        bench.put(Bench.ADA, WITH_SENDER);

        assertThat(bench.newest(Bench.ADA).keys()).containsExactly(key);
        assertThat(bench.newest(Bench.ADA).blockedEndUsers()).containsExactly("user_1");
        assertThat(bench.newest(Bench.ADA).profile()).isEqualTo(Bench.profile(WITH_SENDER));
    }

    @Test
    void ofTwoCreationsAtOnceTheLaterIsAReplacement() {
        bench.store.rival(state -> state);

        PutAccount.Put put = bench.put(Bench.ADA, Bench.PLAIN);

        assertThat(put.created()).isFalse();
        assertThat(bench.newest(Bench.ADA).entry()).isEqualTo(1);
    }

    @Test
    void aParentMustBeThere() {
        Problem problem = refused(SUB, UNDER_ADA);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly("/parent");
    }

    @Test
    void noAccountIsItsOwnParent() {
        assertThat(refused(Bench.ADA, UNDER_ADA).status()).isEqualTo(400);
        assertThat(bench.store.accounts()).isEmpty();
    }

    @Test
    void aParentMustBeARootItself() {
        bench.put(Bench.ADA, Bench.PLAIN);
        bench.put(SUB, UNDER_ADA);

        assertThat(refused(Bench.BOB, UNDER_SUB).status()).isEqualTo(409);
    }

    @Test
    void aParentNeverChangesAndIsNeverDropped() {
        bench.put(Bench.ADA, Bench.PLAIN);
        bench.put(SUB, UNDER_ADA);
        bench.put(Bench.BOB, Bench.PLAIN);

        assertThat(refused(SUB, Bench.PLAIN).status()).isEqualTo(409);
        assertThat(refused(Bench.BOB, UNDER_ADA).status()).isEqualTo(409);
        assertThat(bench.newest(SUB).entry()).isEqualTo(1);
    }

    @Test
    void aSenderOfAnotherRootIsNamedByItsIndexAndNothingIsChanged() {
        bench.put(Bench.ADA, WITH_SENDER);

        Problem problem = refused(Bench.BOB, WITH_TWO_SENDERS);

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly("/senders/1");
        assertThat(bench.store.newest(Bench.BOB)).isEmpty();
        assertThat(bench.owners).containsOnlyKeys("+18885550123");
    }

    @Test
    void accountsOfOneFamilyShareASender() {
        bench.put(Bench.ADA, WITH_SENDER);

        bench.put(
                SUB,
                """
                {"businessName": "Ada East", "policy": "customerflows", "parent": "acct_ada",
                 "senders": [{"id": "+18885550123", "channel": "sms", "type": "toll-free"}]}\
                """);

        assertThat(bench.owners).containsEntry("+18885550123", Bench.ADA);
    }

    @Test
    void aDroppedSenderIsFreeAgain() {
        bench.put(Bench.ADA, WITH_SENDER);
        bench.put(Bench.ADA, Bench.PLAIN);

        assertThat(bench.put(Bench.BOB, WITH_SENDER).created()).isTrue();
    }

    @Test
    void aSenderIsFreedOnlyOnceEveryCopyKnowsThatItIsDropped() {
        bench.put(Bench.ADA, WITH_SENDER);
        doThrow(new FactsUnavailable("stopped here")).when(bench.claims).release(any(), any());

        assertThatThrownBy(() -> bench.put(Bench.ADA, Bench.PLAIN))
                .isInstanceOf(FactsUnavailable.class);
        assertThat(bench.journal).containsExactly("append", "append", "wait");
    }

    @Test
    void aDocumentThatIsNotFitClaimsNothing() {
        refused(
                Bench.ADA,
                """
                {"businessName": "Ada", "policy": "moon",
                 "senders": [{"id": "+18885550123", "channel": "sms", "type": "toll-free"}]}\
                """);

        verify(bench.claims, never()).claim(eq("+18885550123"), any(), any());
        assertThat(bench.journal).isEmpty();
    }

    @Test
    void aDocumentWithAnnouncedPacksIsTaken() {
        PutAccount.Put put =
                bench.put(
                        Bench.ADA,
                        """
                        {"businessName": "Ada", "policy": "sipstack", "packs": ["ca"]}\
                        """);

        assertThat(put.created()).isTrue();
    }

    private Problem refused(AccountId account, String json) {
        return catchThrowableOfType(ProblemException.class, () -> bench.put(account, json))
                .problem();
    }
}
