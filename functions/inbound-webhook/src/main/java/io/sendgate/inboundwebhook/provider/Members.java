package io.sendgate.inboundwebhook.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A part of a provider's JSON, read leniently: what is missing or of another type is not there.
///
/// @param node any kind of node
record Members(JsonNode node) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /// The JSON that `body` is.
    ///
    /// @throws MalformedPayload where it is none
    static Members parse(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return new Members(node == null ? MissingNode.getInstance() : node);
        } catch (JsonProcessingException e) {
            throw new MalformedPayload("The body is not JSON");
        } catch (IOException e) {
            throw new MalformedPayload("The body is not text");
        }
    }

    /// The same, of an object.
    ///
    /// @throws MalformedPayload where it is none
    static Members object(byte[] body) {
        Members members = parse(body);
        if (!members.node.isObject()) {
            throw new MalformedPayload("The body is not a JSON object");
        }
        return members;
    }

    /// The member under a path of names; empty members for one that is not there.
    Members at(String... names) {
        JsonNode found = node;
        for (String name : names) {
            found = found.path(name);
        }
        return new Members(found);
    }

    /// Whether there is such a member, and it is not null.
    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /// The elements of a list.
    List<Members> list(String name) {
        return new Members(node.path(name)).elements();
    }

    /// The elements of this, if it is a list.
    List<Members> elements() {
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false).map(Members::new).toList()
                : List.of();
    }

    /// A member's text, or its number as text; empty where there is none or it is empty.
    Optional<String> text(String name) {
        return at(name).ownText();
    }

    /// This as a text, if it is a text or a number and not empty.
    Optional<String> ownText() {
        return node.isTextual() || node.isIntegralNumber()
                ? Optional.of(node.asText()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /// The same, of a member that must be there.
    ///
    /// @throws MalformedPayload where it is not
    String required(String name) {
        return text(name).orElseThrow(() -> new MalformedPayload("The body lacks " + name));
    }

    /// A member's RFC 3339 time, offsets without a colon included.
    Optional<Instant> time(String name) {
        return text(name).flatMap(Members::instant);
    }

    /// A member's time in unix seconds, as a number or as text.
    Optional<Instant> unixSeconds(String name) {
        return text(name).flatMap(Freshness::unixSeconds);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(withColon(text)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// `+0000` as `+00:00`.
    private static String withColon(String text) {
        int sign = text.length() - 5;
        boolean bare =
                sign > 0
                        && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
                        && text.indexOf('T') > 0
                        && text.indexOf('T') < sign
                        && text.indexOf(':', sign) < 0;
        return bare ? text.substring(0, sign + 3) + ":" + text.substring(sign + 3) : text;
    }
}
