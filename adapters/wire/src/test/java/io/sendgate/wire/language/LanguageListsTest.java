package io.sendgate.wire.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.consent.Intent;
import io.sendgate.language.IntentClassifier;
import io.sendgate.language.LanguageList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class LanguageListsTest {

    private static final Set<String> KINDS =
            Set.of(
                    "opt-out-confirmation",
                    "opt-in-confirmation",
                    "help",
                    "opt-in-confirmed",
                    "emergency",
                    "booking-cancel");

    private final IntentClassifier classifier = LanguageLists.packed();

    @Test
    void everyListSaysWhoVouchesForItAndHasEveryReply() {
        List<LanguageList> lists = LanguageLists.lists();

        assertThat(lists).hasSize(12);
        for (LanguageList list : lists) {
            assertThat(list.vouchers()).as(list.language()).isNotEmpty();
            assertThat(list.replies().keySet()).as(list.language()).isEqualTo(KINDS);
            assertThat(list.version()).as(list.language()).isNotEmpty();
        }
    }

    @Test
    void everyRuleOfAListHasAName() {
        for (LanguageList list : LanguageLists.lists()) {
            Set<String> ids = new HashSet<>();
            list.rules().forEach(rule -> assertThat(ids.add(rule.id())).as(rule.id()).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lose my number|OPT_OUT|en",
                "Stop. Thank you|OPT_OUT|en",
                "pls cancel texts|OPT_OUT|en",
                "unsubscibe|OPT_OUT|en",
                "CANCEL|OPT_OUT|en",
                "stop the marketing texts but keep my reminders|SCOPED_OPT_OUT|en",
                "this isn't Karen anymore|WRONG_NUMBER|en",
                "can you cancel my Tuesday appointment|BUSINESS_CANCEL|en",
                "my husband is unconscious|EMERGENCY|en",
                "no me manden más mensajes|OPT_OUT|es",
                "número equivocado|WRONG_NUMBER|es",
                "ne m'écrivez plus|OPT_OUT|fr",
                "não quero mais receber mensagens|OPT_OUT|pt",
                "bitte keine Nachrichten mehr|OPT_OUT|de",
                "non scrivetemi più|OPT_OUT|it",
                "pa voye mesaj ankò|OPT_OUT|ht",
                "đừng nhắn tin nữa|OPT_OUT|vi",
                "huwag na kayo mag text|OPT_OUT|tl",
                "不要再发了|OPT_OUT|zh",
                "لا ترسل لي رسائل|OPT_OUT|ar",
                "не пишите мне больше|OPT_OUT|ru"
            })
    void eachLanguageIsUnderstoodAndNamed(String said, Intent intent, String language) {
        assertThat(classifier.read(said).intent()).isEqualTo(intent);
        assertThat(classifier.read(said).language()).contains(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop by tomorrow at 5",
                "we have to stop this bill",
                "the end of the job",
                "please don't stop sending these"
            })
    void aKeywordInAnotherSenseHasAPersonLook(String said) {
        assertThat(classifier.read(said).endsMessages()).isFalse();
        assertThat(classifier.read(said).isSuspect()).isTrue();
    }
}
