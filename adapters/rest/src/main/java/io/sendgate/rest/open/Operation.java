package io.sendgate.rest.open;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Completes an operation of the OpenAPI document with what every operation of its kind has.
///
/// `x-key` names who may call it, `x-body` the schema of its body, `x-idempotent` that it takes an
/// `Idempotency-Key`, `x-problems` the statuses that it alone answers.
final class Operation {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    private Operation() {}

    static void complete(String template, ObjectNode operation) {
        String key = operation.remove("x-key").textValue();
        boolean idempotent = operation.remove("x-idempotent") != null;
        boolean hasBody = operation.has("x-body");
        SortedSet<Integer> problems = problems(template, key, hasBody, idempotent, operation);
        security(key, operation.putArray("security"));
        parameters(template, key, idempotent, operation);
        if (hasBody) {
            body(operation);
        }
        ObjectNode answers = (ObjectNode) operation.path("responses");
        if (!key.equals("none")) {
            answers.forEach(answer -> limits((ObjectNode) answer));
        }
        problems.forEach(
                status ->
                        answers.putObject(Integer.toString(status))
                                .put("$ref", "#/components/responses/Problem" + status));
    }

    private static SortedSet<Integer> problems(
            String template,
            String key,
            boolean hasBody,
            boolean idempotent,
            ObjectNode operation) {
        SortedSet<Integer> problems = new TreeSet<>(List.of(500, 503));
        if (!key.equals("none")) {
            problems.addAll(List.of(401, 429));
        }
        if (hasBody) {
            problems.addAll(List.of(400, 413, 415));
        }
        if (idempotent) {
            problems.addAll(List.of(400, 409, 422));
        }
        if (operation.has("parameters")) {
            problems.add(400);
        }
        if (template.contains("{")) {
            problems.add(404);
        }
        JsonNode own = operation.remove("x-problems");
        if (own != null) {
            own.forEach(status -> problems.add(status.intValue()));
        }
        return problems;
    }

    private static void security(String key, ArrayNode security) {
        List<String> schemes =
                switch (key) {
                    case "account" -> List.of("accountKey");
                    case "operator" -> List.of("operatorKey");
                    case "any" -> List.of("accountKey", "operatorKey");
                    default -> List.of();
                };
        schemes.forEach(scheme -> security.addObject().putArray(scheme));
    }

    private static void parameters(
            String template, String key, boolean idempotent, ObjectNode operation) {
        List<JsonNode> own = new ArrayList<>();
        operation.path("parameters").forEach(own::add);
        ArrayNode parameters = operation.putArray("parameters");
        Matcher names = PARAMETER.matcher(template);
        while (names.find()) {
            ObjectNode parameter = parameters.addObject();
            parameter.put("name", names.group(1)).put("in", "path").put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
        own.forEach(parameters::add);
        if (key.equals("account") || key.equals("any")) {
            parameters.addObject().put("$ref", "#/components/parameters/SendgateAccount");
        }
        if (idempotent) {
            parameters.addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        }
    }

    private static void body(ObjectNode operation) {
        String schema = operation.remove("x-body").textValue();
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        body.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema);
    }

    private static void limits(ObjectNode answer) {
        ObjectNode headers = answer.putObject("headers");
        for (String name : List.of("RateLimit", "RateLimit-Policy")) {
            headers.putObject(name).put("$ref", "#/components/headers/" + name);
        }
    }
}
