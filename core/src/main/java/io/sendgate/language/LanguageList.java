package io.sendgate.language;

import io.sendgate.consent.Intent;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of one language: data, with its version and with who vouches for it.
///
/// @param language ISO 639
/// @param version its date
/// @param digest SHA-256 of its bytes
/// @param vouchers who or what vouches for which part; `unverified` where nobody does
/// @param keywords whole messages, by what they ask for
/// @param signs characters that are an opt-out where there is no word at all
/// @param courtesy words that change nothing before or after a request
/// @param objects words that a keyword may have beside it and still be one
/// @param suspects words that make a person look where no rule knew their sense
/// @param bookingWords keywords that may have been meant for a booking
/// @param realWords words that are no misspelling of anything
/// @param signatures first words of a line from which on a message is a signature
/// @param reactions first words of a message that quotes one of ours
/// @param classes names for sets of words that patterns use
/// @param replies texts by kind
public record LanguageList(
        String language,
        String version,
        String digest,
        List<String> vouchers,
        Map<Intent, List<String>> keywords,
        Set<String> signs,
        Set<String> courtesy,
        Set<String> objects,
        Set<String> suspects,
        Set<String> bookingWords,
        Set<String> realWords,
        List<String> signatures,
        List<String> reactions,
        Map<String, List<String>> classes,
        List<PhraseRule> rules,
        Map<String, String> replies) {

    /// Copies the collections, so that a list never changes.
    public LanguageList {
        vouchers = List.copyOf(vouchers);
        keywords = Map.copyOf(keywords);
        signs = Set.copyOf(signs);
        courtesy = Set.copyOf(courtesy);
        objects = Set.copyOf(objects);
        suspects = Set.copyOf(suspects);
        bookingWords = Set.copyOf(bookingWords);
        realWords = Set.copyOf(realWords);
        signatures = List.copyOf(signatures);
        reactions = List.copyOf(reactions);
        classes = Map.copyOf(classes);
        rules = List.copyOf(rules);
        replies = Map.copyOf(replies);
    }

    /// The list and its version, as a record of a decision names it.
    public String ref() {
        return language + "@" + version;
    }
}
