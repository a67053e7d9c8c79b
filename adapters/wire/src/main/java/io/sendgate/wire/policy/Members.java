package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.contact.Term;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The members of a JSON object whose shape is known to be right.
///
/// @param node the object
record Members(JsonNode node) {

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /// The member as an object; an empty one where it is left out.
    Members in(String name) {
        return new Members(node.path(name));
    }

    /// The member as an object, where it is there.
    Optional<Members> maybeIn(String name) {
        return has(name) ? Optional.of(in(name)) : Optional.empty();
    }

    String text(String name) {
        return node.path(name).asText();
    }

    Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name) {
        return node.path(name).asBoolean();
    }

    Optional<Boolean> maybeFlag(String name) {
        return has(name) ? Optional.of(flag(name)) : Optional.empty();
    }

    Optional<Integer> maybeNumber(String name) {
        return has(name) ? Optional.of(node.path(name).asInt()) : Optional.empty();
    }

    Optional<Duration> maybeDuration(String name) {
        return maybeText(name).map(Duration::parse);
    }

    <T extends Enum<T> & Term> T term(Class<T> type, String name) {
        return term(type, node.path(name));
    }

    <T extends Enum<T> & Term> Optional<T> maybeTerm(Class<T> type, String name) {
        return has(name) ? Optional.of(term(type, name)) : Optional.empty();
    }

    <T extends Enum<T> & Term> Set<T> terms(Class<T> type, String name) {
        return items(name).stream().map(item -> term(type, item)).collect(Collectors.toSet());
    }

    private static <T extends Enum<T> & Term> T term(Class<T> type, JsonNode word) {
        return Term.parse(type, word.asText())
                .orElseThrow(() -> new IllegalArgumentException("no such term: " + word.asText()));
    }

    List<String> texts(String name) {
        return items(name).stream().map(JsonNode::asText).toList();
    }

    /// The items of a list; none where it is left out.
    List<JsonNode> items(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false).toList();
    }

    List<Members> objects(String name) {
        return items(name).stream().map(Members::new).toList();
    }

    /// This object as a map, in its own order.
    <T> Map<String, T> each(Function<JsonNode, T> value) {
        Map<String, T> all = new LinkedHashMap<>();
        node.properties()
                .forEach(member -> all.put(member.getKey(), value.apply(member.getValue())));
        return all;
    }
}
