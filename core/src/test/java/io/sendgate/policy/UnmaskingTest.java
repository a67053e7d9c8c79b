package io.sendgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class UnmaskingTest {

    private static List<String> forms(String text) {
        return TextNormalizer.forms(text).stream().map(NormalizedText::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "get c0ca1ne now, get cocaine now",
        "p@ssw0rd, password",
        "h0t s3x, hot sex",
        "f r e e beer, free beer",
        "w.e.e.d for sale, weed for sale",
        "ma-ri-jua-na, marijuana",
        "b1tco1n, bitcoin",
        "c.0.c.a.1.n.e, cocaine",
        "$ex, sex"
    })
    void aMaskedWordIsReadAsWhatItStandsFor(String masked, String plain) {
        assertThat(forms(masked)).contains(plain);
    }

    @Test
    void aOneIsReadAsBothLettersThatItLooksLike() {
        assertThat(forms("k1ll")).contains("kill", "klll");
        assertThat(forms("a1cohol")).contains("alcohol");
    }

    @Test
    void twoSpacesEndASpacedWord() {
        assertThat(forms("f r e e  b e e r")).contains("free beer");
    }

    @Test
    void thePlainTextComesFirstAndAloneWhereNothingIsMasked() {
        assertThat(forms("Your visit is at 10. Bring 2 filters!"))
                .containsExactly("your visit is at 10 bring 2 filters");
        assertThat(forms("see you at 10am").getFirst()).isEqualTo("see you at 10am");
    }

    @Test
    void anUnmaskedWordKnowsWhatItWasMadeFrom() {
        NormalizedText form = TextNormalizer.forms("get c.0.c.a.1.n.e now").get(1);
        int from = form.text().indexOf("cocaine");

        assertThat(form.original(from, from + 7)).isEqualTo("c.0.c.a.1.n.e");
    }

    @Test
    void wordsWhoseLettersAreSplitBySignsStayApart() {
        assertThat(forms("This is M.e.d.i.c.a.r.e c.a.l.l.i.n.g"))
                .contains("this is medicare calling");
    }

    @Test
    void aWordMayBeMoreMaskThanLetters() {
        assertThat(forms("c0n50l1d4t3 your d3bt5")).contains("consolidate your debts");
    }
}
