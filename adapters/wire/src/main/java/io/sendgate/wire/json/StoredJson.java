package io.sendgate.wire.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.gate.FactsUnavailable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the store's JSON is read and written: compact, and without echo of what could not be read.
final class StoredJson {
    private StoredJson() {}

    /// A mapper in which empty collections and `false` are left out.
    static JsonMapper.Builder mapper() {
        JsonMapper.Builder builder =
                SendgateJson.common()
                        .addModule(new CoreModule())
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        for (Class<?> type : List.of(List.class, Set.class, Map.class)) {
            leaveOut(builder, type, JsonInclude.Include.NON_EMPTY);
        }
        leaveOut(builder, boolean.class, JsonInclude.Include.NON_DEFAULT);
        return builder;
    }

    /// A mapper for what is written once and never rewritten: a newer version's members are
    /// ignored.
    static JsonMapper.Builder recordMapper() {
        return mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static void leaveOut(
            JsonMapper.Builder builder, Class<?> type, JsonInclude.Include include) {
        builder.withConfigOverride(
                type,
                override ->
                        override.setInclude(
                                JsonInclude.Value.construct(include, JsonInclude.Include.ALWAYS)));
    }

    /// What to throw when stored text cannot be read: the gate stays closed, nothing is quoted.
    static FactsUnavailable unreadable(String what, JsonProcessingException thrown) {
        String place = thrown instanceof JsonMappingException mapping ? Fault.pointer(mapping) : "";
        return new FactsUnavailable(
                what
                        + " is not in a form that this version reads"
                        + (place.isEmpty() ? "" : ", at " + place));
    }
}
