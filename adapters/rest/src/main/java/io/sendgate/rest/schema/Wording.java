package io.sendgate.rest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;

import io.sendgate.rest.problem.Violation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/// Says in plain words what a validator found, without ever repeating a value.
///
/// @param rules what a pattern asks for, by the pattern
record Wording(Map<String, String> rules) {

    /// The keyword beside a `pattern` that says what it asks for.
    static final String RULE = "x-rule";

    /// How many violations are answered at most.
    private static final int MOST = 100;

    static Wording of(Collection<JsonNode> schemas) {
        Map<String, String> rules = new HashMap<>();
        schemas.forEach(schema -> collect(schema, rules));
        return new Wording(Map.copyOf(rules));
    }

    private static void collect(JsonNode node, Map<String, String> rules) {
        if (node.path("pattern").isTextual() && node.path(RULE).isTextual()) {
            rules.put(node.path("pattern").textValue(), node.path(RULE).textValue());
        }
        node.forEach(child -> collect(child, rules));
    }

    /// The violations that the validator's messages stand for, each once, in their order.
    List<Violation> of(Set<ValidationMessage> messages) {
        Set<Violation> said = new LinkedHashSet<>();
        List<ValidationMessage> choices = new ArrayList<>();
        for (ValidationMessage message : messages) {
            if (isChoice(message)) {
                choices.add(message);
            } else {
                said.add(violation(message));
            }
        }
        if (!choices.isEmpty()) {
            said.add(choice(choices));
        }
        return said.stream().limit(MOST).toList();
    }

    private static boolean isChoice(ValidationMessage message) {
        String path = message.getEvaluationPath().toString();
        return path.contains("/anyOf") || path.contains("/oneOf");
    }

    /// A body that fits none of several alternatives: they only ever ask for one of several
    /// members.
    private static Violation choice(List<ValidationMessage> messages) {
        ValidationMessage first = messages.getFirst();
        Set<String> names = new LinkedHashSet<>();
        messages.stream()
                .map(ValidationMessage::getProperty)
                .filter(name -> name != null)
                .forEach(names::add);
        String here = first.getInstanceLocation().toString();
        if (names.isEmpty()) {
            return new Violation(here, "must have exactly one of its alternatives");
        }
        return new Violation(
                Pointers.child(here, names.iterator().next()),
                "is missing: one of " + String.join(", ", names) + " is needed");
    }

    private Violation violation(ValidationMessage message) {
        String here = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "required" ->
                    new Violation(Pointers.child(here, message.getProperty()), "is missing");
            case "additionalProperties", "unevaluatedProperties" ->
                    new Violation(Pointers.child(here, message.getProperty()), "is not known here");
            case "dependentRequired" ->
                    new Violation(
                            Pointers.child(here, message.getProperty()),
                            "is missing beside another member");
            default -> new Violation(here, detail(message));
        };
    }

    private String detail(ValidationMessage message) {
        JsonNode asked = message.getSchemaNode();
        return switch (message.getType()) {
            case "type" -> "must be " + types(asked);
            case "enum" -> "must be one of " + words(asked);
            case "const" -> "must be " + asked.asText();
            case "format" ->
                    Formats.sentence(asked.asText())
                            .orElse("must be in the format " + asked.asText());
            case "pattern" ->
                    rules.getOrDefault(asked.asText(), "must match the pattern " + asked.asText());
            case "maxLength" -> "must have at most " + asked.asText() + " characters";
            case "minLength" ->
                    asked.asInt() == 1
                            ? "must not be empty"
                            : "must have at least " + asked.asText() + " characters";
            case "maximum" -> "must be at most " + asked.asText();
            case "minimum" -> "must be at least " + asked.asText();
            case "maxItems" -> "must have at most " + asked.asText() + " items";
            case "minItems" -> "must have at least " + asked.asText() + " items";
            case "maxProperties" -> "must have at most " + asked.asText() + " members";
            case "minProperties" -> "must have at least " + asked.asText() + " members";
            case "uniqueItems" -> "must not have an item twice";
            case "propertyNames" -> "has a member whose name is not allowed";
            default -> "does not fit the schema (" + message.getType() + ")";
        };
    }

    private static String types(JsonNode asked) {
        if (!asked.isArray()) {
            return withArticle(asked.asText());
        }
        StringJoiner joiner = new StringJoiner(" or ");
        asked.forEach(one -> joiner.add(withArticle(one.asText())));
        return joiner.toString();
    }

    private static String withArticle(String type) {
        return switch (type) {
            case "object", "array", "integer" -> "an " + type;
            case "boolean" -> "true or false";
            default -> "a " + type;
        };
    }

    private static String words(JsonNode asked) {
        StringJoiner joiner = new StringJoiner(", ");
        asked.forEach(one -> joiner.add(one.asText()));
        return joiner.toString();
    }
}
