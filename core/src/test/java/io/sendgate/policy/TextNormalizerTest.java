package io.sendgate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class TextNormalizerTest {

    @ParameterizedTest
    @CsvSource({
        "'  Stop. ', stop",
        "STOP 🙏, stop",
        "STOP\uFE0F, stop",
        "S\u200BT\u00ADO\u2060P, stop",
        "ЅТОР, stop",
        "st0p, stop",
        "ＳＴＯＰ, stop",
        "Ⓢⓣⓞⓟ, stop",
        "🅢🅣🅞🅟, stop",
        "🆂🆃🅾🅿, stop",
        "ARRÊT, arret",
        "arre\u0302t, arret",
        "opt-out!, opt out",
        "DON’T text, dont text",
        "Straße, strasse",
        "İstanbul ısı, istanbul isi",
        "20% off, 20 off",
        "100 0ff, 100 0ff",
    })
    void aDisguisedTextReadsAsWhatItLooksLike(String text, String normalized) {
        assertThat(TextNormalizer.normalize(text)).isEqualTo(normalized);
    }

    @Test
    void theSpanOfAMatchIsWhatWasWritten() {
        NormalizedText words = TextNormalizer.words("Please… ＳＴ\u200BＯＰ, now!");
        int from = words.text().indexOf("stop");

        assertThat(words.text()).isEqualTo("please stop now");
        assertThat(words.original(from, from + 4)).isEqualTo("ＳＴ\u200BＯＰ");
    }

    @Test
    void aLigatureKeepsItsPlaceInTheOriginal() {
        NormalizedText words = TextNormalizer.words("ﷺ free ofﬁce");
        int from = words.text().indexOf("office");

        assertThat(words.original(from, from + 6)).isEqualTo("ofﬁce");
    }

    @Test
    void aTextWithoutWordsIsEmpty() {
        NormalizedText words = TextNormalizer.words(" \u200B — 🙏 \u0301");

        assertThat(words.isEmpty()).isTrue();
        assertThatThrownBy(() -> words.original(0, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void normalisingTwiceChangesNothing() {
        String once = TextNormalizer.normalize("Ünï 𝒞𝓸𝓭𝓮 — ѕtrаngе  wörds!");

        assertThat(TextNormalizer.normalize(once)).isEqualTo(once);
    }

    @Test
    void aTextOfMarksAloneTakesNoMoreThanLinearTime() {
        String marks = "e" + "\u0301".repeat(200_000);
        long began = System.nanoTime();

        assertThat(TextNormalizer.normalize(marks)).isEqualTo("e");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void itsPrintedFormDoesNotShowTheText() {
        assertThat(TextNormalizer.words("secret words"))
                .hasToString("NormalizedText[12 characters]");
    }
}
