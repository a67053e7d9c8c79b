package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.Change;

import java.util.List;
import java.util.Objects;

/// What happened to a recipient as a JSON array; each change names its `kind`, `opted-out` for
/// example.
///
/// A member that a newer version added is ignored.
public final class ChangeCodec {
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final ObjectWriter writer;
    private final ObjectReader every;
    private final ObjectReader known;

    /// Makes the codec; it has no settings.
    public ChangeCodec() {
        JsonMapper mapper = StoredJson.recordMapper().build();
        writer = mapper.writerFor(CHANGES);
        every = mapper.readerFor(CHANGES);
        // Of its own: a mapper remembers that it has passed over a kind.
        known =
                StoredJson.recordMapper()
                        .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
                        .build()
                        .readerFor(CHANGES);
    }

    /// The changes as text.
    public String write(List<Change> changes) {
        try {
            return writer.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("changes cannot be written", e);
        }
    }

    /// The changes that `text` spells.
    ///
    /// @throws FactsUnavailable where this version does not know one of them; never quotes it
    public List<Change> read(String text) {
        return read(every, text);
    }

    /// The changes that `text` spells, without those of a kind that this version does not know.
    ///
    /// For whoever only needs the state beside them; never for whoever publishes them.
    public List<Change> readKnown(String text) {
        return read(known, text);
    }

    private static List<Change> read(ObjectReader reader, String text) {
        try {
            List<Change> changes = reader.readValue(text);
            return changes.stream().filter(Objects::nonNull).toList();
        } catch (JsonProcessingException e) {
            throw StoredJson.unreadable("a ledger entry's change", e);
        }
    }
}
