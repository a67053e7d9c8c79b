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
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/// Instants as RFC 3339: read with any offset, written in UTC with `Z`.
final class InstantModule extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final int YEAR_DIGITS = 4;

    InstantModule() {
        super("sendgate-instants");
        addSerializer(Instant.class, new InstantSerializer());
        addDeserializer(Instant.class, new InstantDeserializer());
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

    private static final class InstantDeserializer extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            String text = in.getText();
            try {
                // A sign or a fifth digit would open years that no other system can keep.
                if (text.length() > YEAR_DIGITS && text.charAt(YEAR_DIGITS) == '-') {
                    return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                            .toInstant();
                }
            } catch (DateTimeException e) {
                return refuse(context, text);
            }
            return refuse(context, text);
        }

        private static Instant refuse(DeserializationContext context, String text)
                throws IOException {
            return (Instant)
                    context.handleWeirdStringValue(
                            Instant.class, text, "must be a time as RFC 3339 writes it");
        }
    }
}
