package io.sendgate.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// A list goes on where it stopped, and nowhere else.
class CursorTest {

    @Test
    void aCursorLeadsBackToItsPlace() {
        Cursor cursor = new Cursor("opt-outs", "2026-11-22T18:00:00Z#é\n#7");

        assertThat(Cursor.parse("opt-outs", cursor.text())).isEqualTo(cursor);
    }

    @Test
    void aCursorOfAnotherListIsRubbish() {
        String text = new Cursor("opt-outs", "7").text();

        assertThatThrownBy(() -> Cursor.parse("cases", text)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "abc", "AAAAAAA", "%%%", "b3B0LW91dHMKNw", "🙂"})
    void rubbishIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse("opt-outs", text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().status()).isEqualTo(400));
    }

    @Test
    void anEndlessTextIsRefusedUnread() {
        assertThatThrownBy(() -> Cursor.parse("opt-outs", "A".repeat(100_000)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aListHasTwentyItemsUnlessAskedOtherwise() {
        assertThat(Paging.parse("cases", null, null)).isEqualTo(new Paging(20, Optional.empty()));
        assertThat(Paging.parse("cases", "100", new Cursor("cases", "x").text()))
                .isEqualTo(new Paging(100, Optional.of("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "1.0", "", "ten", "99999999999", "１"})
    void aLimitIsANumberFromOneToAHundred(String limit) {
        assertThatThrownBy(() -> Paging.parse("cases", limit, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().status()).isEqualTo(400));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(PageView.of(List.of(1), Optional.empty()).next()).isNull();
        assertThat(PageView.of(List.of(1), Optional.of(new Cursor("l", "p"))).next()).isNotBlank();
    }
}
