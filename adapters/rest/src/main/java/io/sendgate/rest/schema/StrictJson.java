package io.sendgate.rest.schema;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// JSON as RFC 8259 has it and nothing else: valid UTF-8, one value, no member twice, no deep
/// nests.
public final class StrictJson {

    /// How deep a body may be nested.
    public static final int DEEPEST = 32;

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 64;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            new JsonFactoryBuilder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNameLength(LONGEST_NAME)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private StrictJson() {}

    /// The value that the bytes spell.
    ///
    /// @throws ProblemException 400 `invalid-body` for anything that is not exactly one JSON value
    public static JsonNode parse(byte[] body) {
        String text = decode(body);
        if (text.isBlank()) {
            throw invalid("The body is empty; JSON is needed");
        }
        try (JsonParser parser = MAPPER.getFactory().createParser(text)) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw invalid("The body goes on after the JSON has ended" + where(parser));
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw invalid(
                    "The body has a nest deeper than "
                            + DEEPEST
                            + " levels, a name longer than "
                            + LONGEST_NAME
                            + " characters or a number longer than "
                            + LONGEST_NUMBER
                            + " digits"
                            + where(parser));
        } catch (NumberFormatException | ArithmeticException e) {
            throw invalid("The body has a number out of every range" + where(parser));
        } catch (JsonProcessingException e) {
            throw invalid("The body is not JSON, or names a member twice" + where(parser));
        }
    }

    private static String where(JsonParser parser) {
        JsonLocation place = parser.currentLocation();
        return " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("The body is not valid UTF-8");
        }
    }

    private static ProblemException invalid(String detail) {
        return Problem.invalidBody("", detail).because(detail).toException();
    }
}
