package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.module.SimpleSerializers;

import io.sendgate.contact.Term;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Jackson module by which every enum that is a [Term] is written and read as its term.
///
/// A word that is no term of the enum is refused; so is a number.
public final class TermModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /// Makes the module; it has no settings.
    public TermModule() {
        super("sendgate-terms");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new SimpleSerializers(List.of(new TermSerializer())));
        SimpleSerializers keys = new SimpleSerializers();
        keys.addSerializer(Term.class, new TermKeySerializer());
        context.addKeySerializers(keys);
        context.addDeserializers(new TermDeserializers());
        context.addKeyDeserializers(new TermKeyDeserializers());
    }

    private static Optional<Map<String, Object>> terms(Class<?> type) {
        if (!type.isEnum() || !Term.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        Map<String, Object> terms = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            terms.put(((Term) constant).term(), constant);
        }
        return Optional.of(terms);
    }

    private static final class TermSerializer extends JsonSerializer<Term> {
        @Override
        public Class<Term> handledType() {
            return Term.class;
        }

        @Override
        public void serialize(Term term, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(term.term());
        }
    }

    private static final class TermKeySerializer extends JsonSerializer<Term> {
        @Override
        public void serialize(Term term, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeFieldName(term.term());
        }
    }

    private static final class TermDeserializers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return terms(type).map(known -> new TermDeserializer(type, known)).orElse(null);
        }
    }

    private static final class TermDeserializer extends JsonDeserializer<Object> {
        private final Class<?> type;
        private final Map<String, Object> known;

        TermDeserializer(Class<?> type, Map<String, Object> known) {
            this.type = type;
            this.known = known;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(type, in);
            }
            Object found = known.get(in.getText());
            return found != null
                    ? found
                    : context.handleWeirdStringValue(
                            type, in.getText(), SendgateJson.ONE_OF + known.keySet());
        }
    }

    private static final class TermKeyDeserializers implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return terms(type.getRawClass())
                    .map(known -> new TermKeyDeserializer(type.getRawClass(), known))
                    .orElse(null);
        }
    }

    private static final class TermKeyDeserializer extends KeyDeserializer {
        private final Class<?> type;
        private final Map<String, Object> known;

        TermKeyDeserializer(Class<?> type, Map<String, Object> known) {
            this.type = type;
            this.known = known;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context)
                throws IOException {
            Object found = known.get(key);
            return found != null
                    ? found
                    : context.handleWeirdKey(type, key, SendgateJson.ONE_OF + known.keySet());
        }
    }
}
