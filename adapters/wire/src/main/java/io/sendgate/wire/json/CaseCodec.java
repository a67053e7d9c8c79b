package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.standing.CaseEntry;

/// A line of a case's history as the JSON text whose hash the next line names.
public final class CaseCodec {

    private final JsonMapper mapper = StoredJson.recordMapper().build();

    /// Makes the codec; it has no settings.
    public CaseCodec() {}

    /// The line as text.
    public String write(CaseEntry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a case's entry cannot be written", e);
        }
    }

    /// The line that `text` spells.
    ///
    /// @throws FactsUnavailable where this version cannot read it
    public CaseEntry read(String text) {
        try {
            return mapper.readValue(text, CaseEntry.class);
        } catch (JsonProcessingException e) {
            throw StoredJson.unreadable("a case's entry", e);
        }
    }
}
