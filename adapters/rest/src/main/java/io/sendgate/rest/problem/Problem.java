package io.sendgate.rest.problem;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.rest.schema.Json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An error as RFC 9457 writes it.
///
/// @param type a path that the docs explain, `/problems/invalid-body`
/// @param title the same for every problem of its type
/// @param status the HTTP status
/// @param detail what happened this time; never a value from the request
/// @param errors what is wrong with the body, where the body is at fault
/// @param members extension members by name, `reasons` for example, as views that JSON can hold
public record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        List<Violation> errors,
        Map<String, Object> members) {

    /// The media type of every error.
    public static final String MEDIA_TYPE = "application/problem+json";

    /// The one answer for what is not there and for what is another's: byte for byte the same.
    public static final Problem NOT_FOUND = of(ProblemType.NOT_FOUND);

    private static final String TYPES = "/problems/";

    /// Copies the collections, so that a problem never changes.
    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }

    /// A problem of a kind that every function knows.
    public static Problem of(ProblemType type) {
        return of(type.status(), type.slug(), type.title());
    }

    /// A problem of a function's own kind.
    ///
    /// @param slug the last segment of its type, `appeal-window-closed`
    public static Problem of(int status, String slug, String title) {
        return new Problem(TYPES + slug, title, status, Optional.empty(), List.of(), Map.of());
    }

    /// A body that does not fit its schema.
    ///
    /// @param errors at least one
    public static Problem invalidBody(List<Violation> errors) {
        Problem plain = of(ProblemType.INVALID_BODY);
        return new Problem(
                plain.type, plain.title, plain.status, plain.detail, errors, plain.members);
    }

    /// A body with one thing wrong.
    public static Problem invalidBody(String pointer, String detail) {
        return invalidBody(List.of(new Violation(pointer, detail)));
    }

    /// A path, query or header parameter that cannot be read.
    public static Problem invalidParameter(String name, String detail) {
        return of(ProblemType.INVALID_PARAMETER).because(name + " " + detail);
    }

    /// The same problem with a sentence about this time.
    public Problem because(String sentence) {
        return new Problem(type, title, status, Optional.of(sentence), errors, members);
    }

    /// The same problem with the members of the body that are at fault.
    public Problem at(List<Violation> violations) {
        return new Problem(type, title, status, detail, violations, members);
    }

    /// The same problem with one more extension member.
    ///
    /// @param value anything the suite's JSON can hold, a list of `ReasonView` for example
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(type, title, status, detail, errors, more);
    }

    /// This problem as something to throw.
    public ProblemException toException() {
        return new ProblemException(this);
    }

    /// This problem as JSON, its members in a fixed order.
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put("type", type).put("title", title).put("status", status);
        detail.ifPresent(sentence -> json.put("detail", sentence));
        if (!errors.isEmpty()) {
            ArrayNode list = json.putArray("errors");
            for (Violation error : errors) {
                list.addObject().put("pointer", error.pointer()).put("detail", error.detail());
            }
        }
        members.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> json.set(member.getKey(), Json.tree(member.getValue())));
        return json;
    }

    /// This problem as the bytes of an answer.
    public byte[] toBytes() {
        return Json.bytes(toJson());
    }
}
