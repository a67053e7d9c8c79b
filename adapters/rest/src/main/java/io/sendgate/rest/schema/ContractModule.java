package io.sendgate.rest.schema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.sendgate.contact.Term;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// How the contract writes terms, instants and durations.
final class ContractModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ContractModule() {
        super("contract");
        addSerializer(Term.class, new Writer<>(Term::term));
        addSerializer(Instant.class, new Writer<>(Instant::toString));
        setDeserializers(new TermDeserializers());
        addDeserializer(Instant.class, new Reader<>(Rfc3339::instant));
        addDeserializer(Duration.class, new Reader<>(IsoDuration::parse));
    }

    /// Writes a value as one string.
    private static final class Writer<T> extends JsonSerializer<T> {

        private final Function<T, String> text;

        Writer(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(text.apply(value));
        }
    }

    /// Reads a value from one string; the schema has refused all others.
    private static final class Reader<T> extends JsonDeserializer<T> {

        private final Function<String, Optional<T>> parse;

        Reader(Function<String, Optional<T>> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return parse.apply(in.getText())
                    .orElseThrow(() -> new IllegalArgumentException("a value the schema let pass"));
        }
    }

    /// Finds a reader for every enum that is a word of the contract.
    private static final class TermDeserializers extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            if (!Term.class.isAssignableFrom(type)) {
                return null;
            }
            return new Reader<>(word -> constant(type, word));
        }

        private static Optional<Object> constant(Class<?> type, String word) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object.class::cast)
                    .filter(constant -> ((Term) constant).term().equals(word))
                    .findFirst();
        }
    }
}
