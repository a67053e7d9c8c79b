package io.sendgate.consentcapture;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.problem.Violation;
import io.sendgate.rest.schema.StrictJson;
import io.sendgate.rest.web.RawRequest;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What somebody posted to a form.
///
/// @param phone as they wrote it, without blanks around it
/// @param agreed whether they ticked the box
/// @param trapped whether they filled the field that people do not see
/// @param shown the hash of the words their page had; empty for a page of another site
/// @param json whether it came as JSON
record Submission(
        String phone, boolean agreed, boolean trapped, Optional<String> shown, boolean json) {

    /// The field that only robots fill.
    static final String TRAP = "website";

    private static final Set<String> MEMBERS = Set.of("phone", "agree", TRAP, "shown");
    private static final Set<String> YES = Set.of("yes", "on", "true", "1");
    private static final int LONGEST = 1024;

    /// A phone number never shows in a log line.
    @Override
    public String toString() {
        return "Submission[agreed=" + agreed + "]";
    }

    /// Reads a post.
    ///
    /// Fields of a browser's form that are not ours are left alone; members of JSON that are not
    /// ours are refused, as everywhere.
    ///
    /// @throws ProblemException 415 for another content type, 400 for what cannot be read
    static Submission read(RawRequest request) {
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        return switch (type.split(";", -1)[0].strip()) {
            case "application/x-www-form-urlencoded" -> of(fields(request.body()), false);
            case "application/json" -> of(members(StrictJson.parse(request.body())), true);
            default ->
                    throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE)
                            .because("Send a form's fields or application/json, in UTF-8")
                            .toException();
        };
    }

    private static Submission of(Map<String, String> fields, boolean json) {
        return new Submission(
                fields.getOrDefault("phone", "").strip(),
                YES.contains(fields.getOrDefault("agree", "").strip().toLowerCase(Locale.ROOT)),
                !fields.getOrDefault(TRAP, "").isBlank(),
                Optional.ofNullable(fields.get("shown")).filter(hash -> !hash.isBlank()),
                json);
    }

    private static Map<String, String> members(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.invalidBody("", "must be an object").toException();
        }
        Map<String, String> fields = new HashMap<>();
        List<Violation> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String pointer = "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            JsonNode value = member.getValue();
            boolean bool = value.isBoolean() && member.getKey().equals("agree");
            if (!MEMBERS.contains(member.getKey())) {
                wrong.add(new Violation(pointer, "is not known here"));
            } else if (value.isTextual() && value.textValue().length() <= LONGEST || bool) {
                fields.put(member.getKey(), value.asText());
            } else if (!value.isNull()) {
                wrong.add(
                        new Violation(
                                pointer, "must be a text of at most " + LONGEST + " characters"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalidBody(wrong).toException();
        }
        return fields;
    }

    /// The first value of each field.
    private static Map<String, String> fields(byte[] body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text(body).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (MEMBERS.contains(name)) {
                fields.putIfAbsent(name, decoded(equals < 0 ? "" : pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return Problem.of(ProblemType.BAD_REQUEST)
                .because("The body is no form in UTF-8")
                .toException();
    }
}
