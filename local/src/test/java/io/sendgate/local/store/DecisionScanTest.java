package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.aws.DecisionScan;
import io.sendgate.aws.RecordedDecision;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.PolicyRef;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class DecisionScanTest {

    private static final TestStore STORE = new TestStore();
    private static final Instant FROM = Entries.NOW;
    private static final Instant TO = FROM.plus(Duration.ofDays(1));
    private static final DecisionScan SCAN =
            new DecisionScan(STORE.client, STORE.tables, STORE.vault);

    @BeforeAll
    static void decideAllSortsOfThings() {
        RecipientTag one = STORE.somebody();
        STORE.ledger().append(Entries.optOut(one, 1));
        STORE.ledger().append(allow(one, 2, "auth_first", FROM, TestStore.ADA));
        STORE.ledger().append(allow(one, 3, "auth_late", TO, TestStore.ADA));
        RecipientTag other = STORE.somebody();
        STORE.ledger().append(allow(other, 1, "auth_bobs", FROM, TestStore.BOB));
        NoteKey refusal = NoteKey.of(new Ref.Noted(7));
        STORE.ledger().put(note(other, refusal, 5, "auth_last", TO.minusMillis(1)));
        STORE.ledger().put(note(other, refusal.followUp("release"), 5, "auth_held", FROM));
        STORE.ledger().put(Entries.note(other, 8, 1));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static List<RecordedDecision> found(Optional<AccountId> account, int step) {
        DecisionScan.Search search = new DecisionScan.Search(FROM, TO, account);
        List<RecordedDecision> found = new ArrayList<>();
        DecisionScan.Page page = SCAN.page(search, Optional.empty(), step);
        found.addAll(page.found());
        while (page.next().isPresent()) {
            page = SCAN.page(search, page.next(), step);
            found.addAll(page.found());
        }
        return found;
    }

    @Test
    void everyDecisionOfThePeriodIsFoundWithWhatItWasDecidedOn() {
        assertThat(found(Optional.empty(), 100))
                .extracting(one -> one.authorization().id() + " on " + one.asOf())
                .containsExactlyInAnyOrder("auth_first on 1", "auth_bobs on 0", "auth_last on 5");
    }

    @Test
    void aWalkInSmallStepsFindsTheSame() {
        assertThat(found(Optional.empty(), 1))
                .containsExactlyElementsOf(found(Optional.empty(), 100));
    }

    @Test
    void oneAccountsDecisionsAreFoundAlone() {
        assertThat(found(Optional.of(TestStore.BOB), 100))
                .extracting(one -> one.authorization().id())
                .containsExactly("auth_bobs");
    }

    private static Entry allow(
            RecipientTag tag, long number, String id, Instant at, AccountId account) {
        return new Entry(
                tag,
                number,
                TestStore.ADA,
                account,
                at,
                List.of(new Change.FactsRecorded(account, List.of())),
                Optional.of(decided(id)),
                RecipientState.UNKNOWN,
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    private static Note note(RecipientTag tag, NoteKey key, long asOf, String id, Instant at) {
        return new Note(
                tag,
                key,
                TestStore.ADA,
                TestStore.ADA,
                at,
                asOf,
                List.of(new Change.FactsRecorded(TestStore.ADA, List.of())),
                Optional.of(decided(id)),
                Optional.empty());
    }

    private static Detail decided(String id) {
        SendRequest request =
                new SendRequest(
                        Channel.SMS,
                        "+18885550123",
                        new PhoneNumber("+16505551234"),
                        true,
                        Purpose.REPLY,
                        Origin.API,
                        Optional.of("Hello"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Decision decision =
                new Decision(
                        Outcome.ALLOW,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        new PolicyRef("x", "1", "sha256:00", "enforced"),
                        List.of(),
                        FROM);
        return new Detail.Authorization(id, request, decision, Optional.empty(), "hash", 1, 1);
    }
}
