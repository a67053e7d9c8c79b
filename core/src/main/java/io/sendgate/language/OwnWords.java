package io.sendgate.language;

import io.sendgate.policy.TextNormalizer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The part of a message that its sender wrote: no quoted lines, no signature, no quotation that a
/// reaction repeats.
final class OwnWords {

    private static final String QUOTES = "\"“”„«»'‘’";

    private final Set<String> reactions;
    private final List<String> signatures;

    OwnWords(List<LanguageList> lists) {
        reactions =
                lists.stream()
                        .flatMap(list -> list.reactions().stream())
                        .map(TextNormalizer::normalize)
                        .collect(Collectors.toUnmodifiableSet());
        signatures =
                lists.stream()
                        .flatMap(list -> list.signatures().stream())
                        .map(TextNormalizer::normalize)
                        .toList();
    }

    String of(String text) {
        StringBuilder own = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            String bare = line.strip();
            if (endsHere(bare, !own.isEmpty())) {
                break;
            }
            if (!bare.startsWith(">")) {
                own.append(line).append('\n');
            }
        }
        return withoutReaction(own.toString().strip());
    }

    private boolean endsHere(String line, boolean hasWords) {
        if (line.equals("--") || line.endsWith("wrote:")) {
            return true;
        }
        String words = hasWords ? TextNormalizer.normalize(line) : "";
        return !words.isEmpty() && signatures.stream().anyMatch(words::startsWith);
    }

    private String withoutReaction(String text) {
        int open = 0;
        while (open < text.length() && QUOTES.indexOf(text.charAt(open)) < 0) {
            open++;
        }
        if (open == text.length()
                || open == 0
                || !reactions.contains(TextNormalizer.normalize(text.substring(0, open)))) {
            return text;
        }
        int close = text.length() - 1;
        while (close > open && QUOTES.indexOf(text.charAt(close)) < 0) {
            close--;
        }
        return close == open ? "" : text.substring(close + 1).strip();
    }
}
