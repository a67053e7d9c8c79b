package io.sendgate.rest.schema;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads request bodies: content type, strict JSON, schema, record. It knows nothing of HTTP else.
///
/// Every method throws a [ProblemException]: 415 for another content type, 400 for a body that does
/// not fit, with every violation.
public final class Bodies {

    private final Schemas schemas;

    /// A reader over these schemas.
    public Bodies(Schemas schemas) {
        this.schemas = schemas;
    }

    /// A body as a record.
    ///
    /// @param contentType the header as it came
    /// @param schema the name of the schema
    public <T> Body<T> read(
            byte[] body, Optional<String> contentType, String schema, Class<T> type) {
        return fit(tree(body, contentType), schema, type, "");
    }

    /// Requires one JSON value, whatever it says.
    public void requireJson(byte[] body, Optional<String> contentType) {
        tree(body, contentType);
    }

    /// A batch: its envelope fits or is a problem; its items are looked at one by one.
    ///
    /// The items are in the envelope's only member, whatever it is called.
    ///
    /// @param envelope the name of the envelope's schema
    /// @param schema the name of the items' schema
    public <T> List<BatchItem<T>> batch(
            byte[] body,
            Optional<String> contentType,
            String envelope,
            String schema,
            Class<T> type) {
        JsonNode tree = tree(body, contentType);
        refuse(Trees.unreadable(tree).stream().filter(Bodies::isOutsideItems).toList());
        refuse(schemas.check(envelope, tree));
        String member = tree.fieldNames().next();
        List<BatchItem<T>> items = new ArrayList<>();
        for (JsonNode item : tree.path(member)) {
            items.add(item(item, schema, type, "/" + member + "/" + items.size()));
        }
        return List.copyOf(items);
    }

    /// The hash that [Body#hash] carries, of a tree.
    static String hash(JsonNode tree) {
        try {
            byte[] canonical = Trees.canonical(tree).toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private <T> BatchItem<T> item(JsonNode item, String schema, Class<T> type, String place) {
        try {
            return new BatchItem.Fit<>(fit(item, schema, type, place));
        } catch (ProblemException e) {
            return new BatchItem.Malformed<>(e.problem());
        }
    }

    private <T> Body<T> fit(JsonNode tree, String schema, Class<T> type, String place) {
        refuse(in(place, Trees.unreadable(tree)));
        refuse(in(place, schemas.check(schema, tree)));
        return new Body<>(Json.bind(tree, type), hash(tree));
    }

    private static JsonNode tree(byte[] body, Optional<String> contentType) {
        if (!contentType.map(JsonType::isJson).orElse(false)) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                    .because("Send application/json in UTF-8")
                    .toException();
        }
        return Trees.withoutNulls(StrictJson.parse(body));
    }

    private static List<Violation> in(String place, List<Violation> violations) {
        return violations.stream()
                .map(found -> new Violation(place + found.pointer(), found.detail()))
                .toList();
    }

    private static boolean isOutsideItems(Violation violation) {
        return violation.pointer().chars().filter(c -> c == '/').count() < 2;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalidBody(violations).toException();
        }
    }
}
