package io.sendgate.wire.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Two vendors' ways of hearing an opt-out, as their documentation describes the defaults.
///
/// Both are measured with their documented English keywords. A message's punctuation is left out
/// of account, in the vendors' favour.
enum KeywordMatching {
    /// Twilio: the message is one of the keywords and nothing else, in any case; "only single-word
    /// messages" count. Source: help.twilio.com, "Twilio support for opt-out keywords (SMS STOP
    /// filtering)"; REVOKE and OPTOUT since 2025.
    WHOLE_KEYWORD(
            Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout")) {
        @Override
        Verdict of(String message) {
            String[] words = words(message);
            return words.length == 1 && isKeyword(words[0]) ? Verdict.OPT_OUT : Verdict.IGNORED;
        }
    },
    /// Klaviyo: a keyword anywhere in the message ("contains word", the default, and for STOP from
    /// the US the only setting). Source: help.klaviyo.com 29109965092251 and 29928896469531.
    CONTAINS_WORD(Set.of("stop", "quit", "end", "cancel")) {
        @Override
        Verdict of(String message) {
            return Arrays.stream(words(message)).anyMatch(this::isKeyword)
                    ? Verdict.OPT_OUT
                    : Verdict.IGNORED;
        }
    };

    private final Set<String> keywords;

    KeywordMatching(Set<String> keywords) {
        this.keywords = keywords;
    }

    abstract Verdict of(String message);

    boolean isKeyword(String word) {
        return keywords.contains(word);
    }

    private static String[] words(String message) {
        return message.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}\\p{N}]+");
    }
}
