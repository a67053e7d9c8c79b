package io.sendgate.wire.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.ledger.CapOpening;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.Inbound;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Reference;
import io.sendgate.ledger.RefusedSource;
import io.sendgate.ledger.Relationship;
import io.sendgate.ledger.Whereabouts;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The short names under which a recipient's state is kept: it is copied into every entry.
///
/// Accounts are small numbers and instants are milliseconds. Names may be added here, never
/// changed.
final class StateModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StateModule() {
        super("sendgate-state");
        addSerializer(AccountId.class, new AccountIndex.Writing());
        addDeserializer(AccountId.class, new AccountIndex.Reading());
        addSerializer(Instant.class, new MillisSerializer());
        addDeserializer(Instant.class, new MillisDeserializer());
        setMixInAnnotation(RecipientState.class, StateNames.class);
        setMixInAnnotation(Whereabouts.class, WhereaboutsNames.class);
        setMixInAnnotation(Relationship.class, AccountName.class);
        setMixInAnnotation(Consent.class, AccountAndEntryNames.class);
        setMixInAnnotation(Act.class, EntryName.class);
        setMixInAnnotation(OptOut.Revoked.class, AccountName.class);
        setMixInAnnotation(Inbound.class, AccountName.class);
        setMixInAnnotation(Grant.class, GrantForm.class);
        setMixInAnnotation(KeyBinding.class, KeyOrder.class);
        setMixInAnnotation(Reference.class, AccountName.class);
        setMixInAnnotation(CapOpening.class, CapNames.class);
        setMixInAnnotation(RefusedSource.class, AccountName.class);
    }

    private interface StateNames {
        @JsonProperty("where")
        Whereabouts whereabouts();

        @JsonProperty("optIn")
        Optional<Act> lastOptIn();

        @JsonProperty("caps")
        List<CapOpening> capOpenings();

        @JsonProperty("barred")
        List<RefusedSource> refusedSources();

        @JsonProperty("cancelled")
        List<String> cancelledHolds();

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
        Map<String, String> extra();
    }

    private interface WhereaboutsNames {
        @JsonProperty("zone")
        Optional<ZoneId> timezone();

        @JsonProperty("postal")
        Optional<String> postalCode();
    }

    private interface AccountName {
        @JsonProperty("by")
        AccountId account();
    }

    private interface EntryName {
        @JsonProperty("n")
        long entry();
    }

    private interface AccountAndEntryNames extends AccountName, EntryName {}

    @JsonSerialize(converter = StoredGrant.Writing.class)
    @JsonDeserialize(converter = StoredGrant.Reading.class)
    private interface GrantForm {}

    private interface CapNames extends AccountName {
        @JsonProperty("at")
        Instant opensAt();
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"key", "body", "entry", "at"})
    private interface KeyOrder {}

    private static final class MillisSerializer extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeNumber(instant.toEpochMilli());
        }
    }

    private static final class MillisDeserializer extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return Instant.ofEpochMilli(in.getLongValue());
        }
    }
}
