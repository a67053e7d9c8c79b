package io.sendgate.rest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.rest.problem.Violation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is done to a body's tree before its schema sees it. Depth is bounded by the parser.
final class Trees {

    private static final int WIDEST_SCALE = 100;

    private Trees() {}

    /// The tree without members that are `null`: leaving out is the same.
    static JsonNode withoutNulls(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> kept.set(member.getKey(), withoutNulls(member.getValue())));
            return kept;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> kept.add(withoutNulls(item)));
            return kept;
        }
        return tree;
    }

    /// The tree in one form, whatever its members' order and its numbers' notation.
    static JsonNode canonical(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            object.properties()
                    .forEach(member -> sorted.put(member.getKey(), canonical(member.getValue())));
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            sorted.forEach(kept::set);
            return kept;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> kept.add(canonical(item)));
            return kept;
        }
        if (tree.isNumber()) {
            String number = tree.decimalValue().stripTrailingZeros().toString();
            return JsonNodeFactory.instance.textNode("#" + number);
        }
        return tree;
    }

    /// Texts and names that are no Unicode, half of a surrogate pair or U+0000, and numbers that no
    /// computer should be asked to write out.
    static List<Violation> unreadable(JsonNode tree) {
        List<Violation> found = new ArrayList<>();
        look(tree, "", found);
        return found;
    }

    private static void look(JsonNode tree, String pointer, List<Violation> found) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (isUnreadable(member.getKey())) {
                    found.add(new Violation(pointer, "has a member whose name is no Unicode text"));
                } else {
                    look(member.getValue(), Pointers.child(pointer, member.getKey()), found);
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                look(array.get(i), Pointers.child(pointer, Integer.toString(i)), found);
            }
        } else if (tree.isTextual() && isUnreadable(tree.textValue())) {
            found.add(new Violation(pointer, "must be Unicode text without U+0000"));
        } else if (tree.isNumber() && Math.abs(tree.decimalValue().scale()) > WIDEST_SCALE) {
            found.add(new Violation(pointer, "is a number out of every range"));
        }
    }

    private static boolean isUnreadable(String text) {
        return text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
