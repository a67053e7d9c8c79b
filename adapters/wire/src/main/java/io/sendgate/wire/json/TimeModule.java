package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.function.Function;

/// Times as texts and nothing else: instants as RFC 3339 with any offset, written in UTC with `Z`;
/// dates and durations as ISO 8601; zones by their IANA names.
final class TimeModule extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final int YEAR_DIGITS = 4;

    TimeModule() {
        super("sendgate-times");
        addSerializer(Instant.class, new InstantSerializer());
        text(Instant.class, TimeModule::instant);
        text(LocalDate.class, LocalDate::parse);
        text(Duration.class, Duration::parse);
        text(ZoneId.class, TimeModule::zone);
    }

    private <T> void text(Class<T> type, Function<String, T> read) {
        addDeserializer(type, new TimeDeserializer<>(type, read));
    }

    private static Instant instant(String text) {
        // A sign or a fifth digit would open years that no other system can keep.
        if (text.length() <= YEAR_DIGITS || text.charAt(YEAR_DIGITS) != '-') {
            throw new DateTimeException("not a year of four digits");
        }
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
    }

    private static ZoneId zone(String text) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            throw new DateTimeException("not an IANA name");
        }
        return ZoneId.of(text);
    }

    private static final class InstantSerializer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(instant.toString());
        }
    }

    private static final class TimeDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;
        private final transient Function<String, T> read;

        TimeDeserializer(Class<T> type, Function<String, T> read) {
            super(type);
            this.type = type;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, in));
            }
            try {
                return read.apply(in.getText());
            } catch (DateTimeException | ArithmeticException e) {
                return type.cast(
                        context.handleWeirdStringValue(type, in.getText(), "not of its form"));
            }
        }
    }
}
