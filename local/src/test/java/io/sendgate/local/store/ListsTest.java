package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.AccountId;
import io.sendgate.aws.Agenda;
import io.sendgate.aws.AgendaMark;
import io.sendgate.aws.DynamoRecipientLedger;
import io.sendgate.aws.OptOutList;
import io.sendgate.aws.RecipientErasure;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class ListsTest {

    private static final TestStore STORE = new TestStore();

    private final DynamoRecipientLedger ledger = STORE.ledger();
    private final RecipientTag tag = STORE.somebody();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void optOutsAreListedByAccountOldestFirstPageByPage() {
        AccountId account = new AccountId("acct_list");
        OptOutList list = new OptOutList(STORE.client, STORE.tables);
        LongStream.rangeClosed(1, 5).forEach(i -> ledger.append(Entries.optOut(tag, i, account)));
        ledger.append(Entries.facts(tag, 6, "no opt-out"));

        OptOutList.Page first = list.page(account, Optional.empty(), 3);
        OptOutList.Page second = list.page(account, first.next(), 3);

        assertThat(first.items())
                .extracting(OptOutList.Recorded::entry)
                .containsExactly(1L, 2L, 3L);
        assertThat(second.items())
                .containsExactly(
                        new OptOutList.Recorded(tag, 4, Entries.NOW.plusSeconds(4)),
                        new OptOutList.Recorded(tag, 5, Entries.NOW.plusSeconds(5)));
        assertThat(second.next()).isEmpty();
        assertThat(list.page(new AccountId("acct_none"), Optional.empty(), 3).items()).isEmpty();
    }

    @Test
    void aMadeUpCursorIsRefused() {
        OptOutList list = new OptOutList(STORE.client, STORE.tables);

        assertThatThrownBy(() -> list.page(TestStore.ADA, Optional.of("bm9uZQ"), 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list.page(TestStore.ADA, Optional.of("%"), 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anErasureTakesOlderEntriesAndNotesAndMayRunTwice() {
        LongStream.rangeClosed(1, 130).forEach(i -> ledger.append(Entries.facts(tag, i, "old")));
        ledger.put(Entries.note(tag, 1, 3));
        Entry erased = Entries.optOut(tag, 131);
        ledger.append(erased);
        Note later = later(Entries.note(tag, 2, 131), Duration.ofMinutes(5));
        ledger.put(later);
        RecipientErasure erasure = new RecipientErasure(STORE.client, STORE.tables);

        assertThat(erasure.erase(tag, TestStore.ADA, 131, erased.at())).isEqualTo(131);
        assertThat(erasure.erase(tag, TestStore.ADA, 131, erased.at())).isZero();

        assertThat(ledger.newest(tag)).contains(erased);
        assertThat(ledger.entries(tag, 0, 10)).containsExactly(erased);
        assertThat(ledger.notes(tag, "N#", "", 10)).containsExactly(later);
    }

    @Test
    void anErasureLeavesWhatHappenedForAnotherAccountOfTheFamily() {
        AccountId sub = new AccountId("acct_sub");
        Entry theirs = Entries.optOut(tag, 1, sub);
        ledger.append(theirs);
        ledger.append(Entries.optOut(tag, 2));
        Entry erased = Entries.optOut(tag, 3);
        ledger.append(erased);
        RecipientErasure erasure = new RecipientErasure(STORE.client, STORE.tables);

        assertThat(erasure.erase(tag, TestStore.ADA, 3, erased.at())).isEqualTo(1);

        assertThat(ledger.entries(tag, 0, 10)).containsExactly(theirs, erased);
    }

    @Test
    void theAgendaShowsWhatIsDueToTheVeryInstantAndForgetsWhatIsDone() {
        Agenda agenda = new Agenda(STORE.client, STORE.tables, InstantSource.system());
        List<AgendaMark> marks =
                IntStream.range(0, 60)
                        .mapToObj(i -> new AgendaMark(tag, Entries.NOW.plusMillis(i), "S#" + i))
                        .toList();
        int shard = marks.getFirst().shard();

        agenda.put(marks);
        agenda.put(marks);

        assertThat(agenda.due(shard, Entries.NOW.plusMillis(29), 100))
                .containsExactlyElementsOf(marks.subList(0, 30));
        assertThat(agenda.due(shard, Entries.NOW.plusMillis(29), 4))
                .containsExactlyElementsOf(marks.subList(0, 4));
        assertThat(agenda.due((shard + 1) % AgendaMark.SHARDS, Entries.NOW.plusSeconds(9), 100))
                .isEmpty();

        agenda.delete(marks.getFirst());
        agenda.delete(marks.getFirst());

        assertThat(agenda.due(shard, Entries.NOW, 100)).isEmpty();
    }

    @Test
    void sixtyMarksAreThreeWrites() {
        Agenda agenda = new Agenda(STORE.client, STORE.tables, InstantSource.system());
        STORE.calls.reset();

        agenda.put(
                IntStream.range(0, 60)
                        .mapToObj(i -> new AgendaMark(STORE.somebody(), Entries.NOW, "S#1"))
                        .toList());

        assertThat(STORE.calls.writes()).isEqualTo(3);
    }

    private static Note later(Note note, Duration by) {
        return new Note(
                note.tag(),
                note.key(),
                note.root(),
                note.account(),
                note.at().plus(by),
                note.asOf(),
                note.changes(),
                note.detail(),
                note.due());
    }
}
