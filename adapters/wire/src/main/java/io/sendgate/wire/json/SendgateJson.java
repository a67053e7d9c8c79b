package io.sendgate.wire.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The suite's JSON: one mapper for what callers send, one for what webhooks say.
///
/// Both are shared and must not be reconfigured. Both refuse a nesting deeper than 32, a text
/// longer than 1 MiB and a number longer than 64 characters. Absent `Optional`s are left out on
/// writing; instants are RFC 3339 in UTC with `Z`; enums that are terms are written as their term.
public final class SendgateJson {
    static final String ONE_OF = "must be one of ";
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 64;

    private SendgateJson() {}

    /// The mapper for requests: nothing unknown, nothing twice, nothing of another type.
    ///
    /// A record's members are required, except `Optional`s (absent is empty) and collections
    /// (absent is none). `null` is the same as leaving out.
    public static ObjectMapper strict() {
        return Strict.MAPPER;
    }

    /// The mapper for webhooks: as the strict one, but what it does not know is ignored.
    public static ObjectMapper lenient() {
        return Lenient.MAPPER;
    }

    /// The value that a request's body spells.
    ///
    /// @throws MalformedJson where it does not fit
    public static <T> T readStrict(byte[] body, Class<T> type) {
        return read(strict(), body, type);
    }

    /// The value that a webhook's body spells.
    ///
    /// @throws MalformedJson where it does not fit
    public static <T> T readLenient(byte[] body, Class<T> type) {
        return read(lenient(), body, type);
    }

    /// The value that a part of a request spells, each item of a batch for example.
    ///
    /// @throws MalformedJson where it does not fit; its pointer is relative to `part`
    public static <T> T readStrict(JsonNode part, Class<T> type) {
        try {
            return strict().treeToValue(part, type);
        } catch (JsonProcessingException e) {
            throw Fault.of(e);
        }
    }

    /// The value as JSON text.
    public static String write(Object value) {
        try {
            return strict().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    /// The text that UTF-8 bytes spell.
    ///
    /// @throws MalformedJson where they are not UTF-8; nothing is replaced
    public static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJson("", "not UTF-8");
        }
    }

    private static <T> T read(ObjectMapper mapper, byte[] body, Class<T> type) {
        try {
            T value = mapper.readValue(text(body), type);
            if (value == null) {
                throw new MalformedJson("", "must be given");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Fault.of(e);
        }
    }

    static JsonMapper.Builder common() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEEPEST)
                                        .maxStringLength(LONGEST_TEXT)
                                        .maxNumberLength(LONGEST_NUMBER)
                                        .build())
                        .build();
        JsonMapper.Builder builder =
                JsonMapper.builder(factory)
                        .addModule(new Jdk8Module())
                        .addModule(new JavaTimeModule())
                        .addModule(new TermModule())
                        .addModule(new TimeModule())
                        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        leaveOutAbsent(builder);
        return builder;
    }

    private static void leaveOutAbsent(JsonMapper.Builder builder) {
        builder.withConfigOverride(
                Optional.class,
                override ->
                        override.setInclude(
                                JsonInclude.Value.construct(
                                        JsonInclude.Include.NON_ABSENT,
                                        JsonInclude.Include.ALWAYS)));
        for (Class<?> type : List.of(List.class, Set.class, Map.class)) {
            builder.withConfigOverride(
                    type,
                    override ->
                            override.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
    }

    private static final class Strict {
        static final ObjectMapper MAPPER = make();

        private static ObjectMapper make() {
            JsonMapper.Builder builder =
                    common().addModule(new WellFormedTextModule())
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
            builder.withCoercionConfig(
                    LogicalType.Textual,
                    text ->
                            text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
            return builder.build();
        }
    }

    private static final class Lenient {
        static final ObjectMapper MAPPER =
                common().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }
}
