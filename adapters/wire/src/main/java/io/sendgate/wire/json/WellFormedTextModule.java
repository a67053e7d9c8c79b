package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import java.io.IOException;

/// Texts that every store can keep: no NUL, no half of a surrogate pair.
final class WellFormedTextModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    WellFormedTextModule() {
        super("sendgate-well-formed-text");
        addDeserializer(String.class, new WellFormedText());
    }

    static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(
                        point ->
                                point == 0
                                        || (point >= Character.MIN_SURROGATE
                                                && point <= Character.MAX_SURROGATE));
    }

    private static final class WellFormedText extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        WellFormedText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            String text = StringDeserializer.instance.deserialize(in, context);
            return text == null || isWellFormed(text)
                    ? text
                    : (String)
                            context.handleWeirdStringValue(
                                    String.class,
                                    text,
                                    "must be text without NUL or half characters");
        }
    }
}
