package io.sendgate.wire.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Coverage;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.decision.Fix;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.standing.Measure;
import io.sendgate.standing.Step;

import java.io.IOException;
import java.util.function.Function;

/// The core's own types as the store keeps them.
///
/// Ids, numbers, tags and coverages are texts; a sealed type is an object whose member `kind` names
/// the record in lower case with hyphens.
final class CoreModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    CoreModule() {
        super("sendgate-core");
        text(AccountId.class, AccountId::value, AccountId::new);
        text(PhoneNumber.class, PhoneNumber::e164, PhoneNumber::new);
        text(RecipientTag.class, RecipientTag::value, RecipientTag::new);
        text(Coverage.class, Coverage::term, CoreModule::coverage);
        kinds(Change.class);
        kinds(Detail.class);
        kinds(Fix.class);
        kinds(Measure.class);
        kinds(Step.class);
    }

    private static Coverage coverage(String word) {
        return Coverage.parse(word)
                .orElseThrow(() -> new IllegalArgumentException("neither a purpose nor a class"));
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new TextSerializer<>(type, write));
        addDeserializer(type, new TextDeserializer<>(type, read));
    }

    private void kinds(Class<?> sealed) {
        setMixInAnnotation(sealed, Kind.class);
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            registerSubtypes(new NamedType(permitted, kebab(permitted.getSimpleName())));
        }
    }

    static String kebab(String camel) {
        StringBuilder kebab = new StringBuilder();
        for (char c : camel.toCharArray()) {
            if (Character.isUpperCase(c) && !kebab.isEmpty()) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    private static final class TextSerializer<T> extends ToStringSerializerBase {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;
        private final transient Function<T, String> write;

        TextSerializer(Class<T> type, Function<T, String> write) {
            super(type);
            this.type = type;
            this.write = write;
        }

        @Override
        public String valueToString(Object value) {
            return write.apply(type.cast(value));
        }
    }

    private static final class TextDeserializer<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;
        private final transient Function<String, T> read;

        TextDeserializer(Class<T> type, Function<String, T> read) {
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
            } catch (IllegalArgumentException e) {
                return type.cast(
                        context.handleWeirdStringValue(type, in.getText(), "not of its form"));
            }
        }
    }
}
