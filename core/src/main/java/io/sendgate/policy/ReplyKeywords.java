package io.sendgate.policy;

import io.sendgate.consent.Intent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Hears what a reply asks for: its keywords, as whole messages, in the normal form of texts.
///
/// Case, accents, punctuation, emoji, full-width letters and look-alikes do not matter; spaced
/// letters
/// are read together, a word said several times as said once, digits that stand for letters as
/// those
/// letters. A keyword inside a longer message is no keyword.
public final class ReplyKeywords {

    private static final List<Intent> ORDER =
            List.of(Intent.OPT_OUT, Intent.OPT_IN, Intent.HELP, Intent.CONFIRM);

    private final Policy policy;
    private final Policy own;

    /// The keywords of a policy, and Sendgate's own where it has none.
    public ReplyKeywords(Policy policy, Policy own) {
        this.policy = policy;
        this.own = own;
    }

    /// What was heard, and by which keyword.
    public record Heard(Intent intent, Optional<String> keyword) {}

    /// What `text` asks for; an opt-out before anything else.
    public Heard hear(String text) {
        String words = TextNormalizer.normalize(text);
        List<String> forms =
                List.of(
                        words,
                        joined(words),
                        once(words),
                        lettered(words),
                        lettered(joined(words)));
        for (Intent intent : ORDER) {
            Optional<String> keyword =
                    forms.stream().filter(keywords(intent)::contains).findFirst();
            if (keyword.isPresent()) {
                return new Heard(intent, keyword);
            }
        }
        return new Heard(Intent.NONE, Optional.empty());
    }

    private Set<String> keywords(Intent intent) {
        Set<String> added = policy.keywords().getOrDefault(intent.term(), Set.of());
        Set<String> usual = own.keywords().getOrDefault(intent.term(), Set.of());
        return java.util.stream.Stream.concat(added.stream(), usual.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// `s t o p` as `stop`.
    private static String joined(String words) {
        boolean spaced = Arrays.stream(words.split(" ")).allMatch(word -> word.length() == 1);
        return spaced ? words.replace(" ", "") : words;
    }

    /// `stop stop stop` as `stop`.
    private static String once(String words) {
        List<String> distinct = Arrays.stream(words.split(" ")).distinct().toList();
        return distinct.size() == 1 ? distinct.getFirst() : words;
    }

    /// `st0p` as `stop`: digits beside letters are read as the letters they look like.
    private static String lettered(String words) {
        boolean hasLetter = words.chars().anyMatch(Character::isLetter);
        return hasLetter
                ? words.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's')
                : words;
    }
}
