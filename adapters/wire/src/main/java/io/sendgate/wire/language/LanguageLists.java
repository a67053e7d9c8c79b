package io.sendgate.wire.language;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.consent.Intent;
import io.sendgate.contact.Term;
import io.sendgate.language.Confidence;
import io.sendgate.language.IntentClassifier;
import io.sendgate.language.LanguageList;
import io.sendgate.language.PhraseRule;
import io.sendgate.wire.json.SendgateJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The language lists that are packed with the suite, and the classifier made of them.
public final class LanguageLists {

    private static final String FOLDER = "policies/language/";

    private LanguageLists() {}

    /// The classifier of all packed lists, in the order of their index.
    ///
    /// @throws IllegalStateException where a list is missing or malformed
    public static IntentClassifier packed() {
        return new IntentClassifier(lists());
    }

    /// The packed lists, in the order of their index.
    public static List<LanguageList> lists() {
        JsonNode index = SendgateJson.readStrict(bytes("index.json"), JsonNode.class);
        return texts(index.path("languages")).stream().map(LanguageLists::list).toList();
    }

    private static LanguageList list(String language) {
        byte[] bytes = bytes(language + ".json");
        JsonNode tree = SendgateJson.readStrict(bytes, JsonNode.class);
        return new LanguageList(
                language,
                tree.path("version").asText(),
                digest(bytes),
                texts(tree.path("vouchers")),
                keywords(tree.path("keywords")),
                set(tree.path("signs")),
                words(tree.path("courtesy")),
                words(tree.path("objects")),
                words(tree.path("suspects")),
                words(tree.path("bookingWords")),
                words(tree.path("realWords")),
                texts(tree.path("signatures")),
                texts(tree.path("reactions")),
                classes(tree.path("classes")),
                StreamSupport.stream(tree.path("rules").spliterator(), false)
                        .map(LanguageLists::rule)
                        .toList(),
                replies(tree.path("replies")));
    }

    private static PhraseRule rule(JsonNode tree) {
        return new PhraseRule(
                tree.path("id").asText(),
                term(Intent.class, tree.path("intent").asText("none")),
                term(Confidence.class, tree.path("confidence").asText("certain")),
                texts(tree.path("patterns")));
    }

    private static <T extends Enum<T> & Term> T term(Class<T> type, String word) {
        return Term.parse(type, word)
                .orElseThrow(() -> new IllegalStateException("a language list says " + word));
    }

    private static Map<Intent, List<String>> keywords(JsonNode tree) {
        Map<Intent, List<String>> keywords = new HashMap<>();
        tree.properties()
                .forEach(
                        member ->
                                keywords.put(
                                        term(Intent.class, member.getKey()),
                                        texts(member.getValue())));
        return keywords;
    }

    private static Map<String, List<String>> classes(JsonNode tree) {
        Map<String, List<String>> classes = new HashMap<>();
        tree.properties()
                .forEach(
                        member ->
                                classes.put(
                                        member.getKey(),
                                        texts(member.getValue()).stream()
                                                .flatMap(LanguageLists::split)
                                                .toList()));
        return classes;
    }

    private static Map<String, String> replies(JsonNode tree) {
        Map<String, String> replies = new LinkedHashMap<>();
        tree.properties().forEach(one -> replies.put(one.getKey(), one.getValue().asText()));
        return replies;
    }

    /// Words, several to a text.
    private static Set<String> words(JsonNode tree) {
        return texts(tree).stream()
                .flatMap(LanguageLists::split)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static java.util.stream.Stream<String> split(String words) {
        return java.util.Arrays.stream(words.strip().split(" +")).filter(one -> !one.isEmpty());
    }

    private static Set<String> set(JsonNode tree) {
        return Set.copyOf(texts(tree));
    }

    private static List<String> texts(JsonNode tree) {
        return StreamSupport.stream(tree.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in =
                LanguageLists.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + name + " is not packed");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name + " cannot be read", e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
