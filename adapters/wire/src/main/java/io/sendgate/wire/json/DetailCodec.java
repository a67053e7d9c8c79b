package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.Detail;

/// The personal part of an entry or a note as JSON text, in clear: it is for the vault to seal.
///
/// What is read equals what was written, to the nanosecond. Among a reason's facts a whole number
/// comes back as an `Integer` where it fits and as a `Long` where not, a fraction as a `Double`.
public final class DetailCodec {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    /// Makes the codec; it has no settings.
    public DetailCodec() {
        JsonMapper mapper = StoredJson.recordMapper().build();
        writer = mapper.writerFor(Detail.class);
        reader = mapper.readerFor(Detail.class);
    }

    /// The detail as text.
    public String write(Detail detail) {
        try {
            return writer.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a detail cannot be written");
        }
    }

    /// The detail that `text` spells.
    ///
    /// @throws FactsUnavailable where this version cannot read it; never quotes it
    public Detail read(String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw StoredJson.unreadable("a detail", e);
        }
    }
}
