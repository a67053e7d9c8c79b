package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.NoteKey;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StreamRecordsTest {

    private static final String TAG = "04AB3DEFGH5JKMNPQRSTVWXY";
    private static final String CHANGE =
            "[{\"kind\":\"facts-recorded\",\"account\":\"acct_ada\",\"members\":[\"timezone\"]}]";

    private final StreamRecords records = new StreamRecords(new Tables("test-"));

    @Test
    void anEntryIsToldWithoutOpeningWhatIsSealed() {
        Map<String, AttributeValue> image = image("S#0000000012", CHANGE);
        image.put("detail", new AttributeValue("sealed with a key that nobody here has"));
        image.put("state", new AttributeValue("not even JSON"));
        image.put("due", new AttributeValue("2026-11-22T14:00:00.000Z"));

        StreamedItem streamed = records.streamed(delivered("test-recipients", image)).orElseThrow();

        assertThat(streamed.table()).isEqualTo(TableName.RECIPIENTS);
        assertThat(streamed.sequence()).isEqualTo("4711");
        assertThat(streamed.inserted()).isTrue();
        assertThat(records.published(streamed))
                .isEqualTo(
                        new Published(
                                new RecipientTag(TAG),
                                new Published.Place.Numbered(12),
                                new AccountId("acct_root"),
                                new AccountId("acct_ada"),
                                Instant.parse("2026-11-22T03:10:00Z"),
                                List.of(
                                        new Change.FactsRecorded(
                                                new AccountId("acct_ada"), List.of("timezone"))),
                                Optional.of(Instant.parse("2026-11-22T14:00:00Z"))));
    }

    @Test
    void aNoteNamesTheEntryItWasDecidedOn() {
        Map<String, AttributeValue> image = image("N#000000000000001a", CHANGE);
        image.put("asOf", new AttributeValue().withN("7"));

        StreamedItem streamed = records.streamed(delivered("test-recipients", image)).orElseThrow();

        assertThat(records.published(streamed).place())
                .isEqualTo(new Published.Place.Noted(new NoteKey("N#000000000000001a"), 7));
    }

    @Test
    void aChangeThatThisVersionDoesNotKnowIsNotPassedOverInSilence() {
        StreamedItem streamed =
                records.streamed(
                                delivered(
                                        "test-recipients",
                                        image("S#0000000012", "[{\"kind\":\"moved\"}]")))
                        .orElseThrow();

        assertThatThrownBy(() -> records.published(streamed)).isInstanceOf(FactsUnavailable.class);
    }

    @Test
    void removalsAndOthersTablesAreNone() {
        DynamodbStreamRecord removal = delivered("test-recipients", image("S#0000000001", CHANGE));
        removal.setDynamodb(new StreamRecord());

        assertThat(records.streamed(removal)).isEmpty();
        assertThat(records.streamed(delivered("other", image("S#0000000001", CHANGE)))).isEmpty();
    }

    private static Map<String, AttributeValue> image(String sortKey, String change) {
        Map<String, AttributeValue> image = new HashMap<>();
        image.put("tag", new AttributeValue(TAG));
        image.put("entry", new AttributeValue(sortKey));
        image.put("root", new AttributeValue("acct_root"));
        image.put("account", new AttributeValue("acct_ada"));
        image.put("time", new AttributeValue("2026-11-22T03:10:00.000Z"));
        image.put("change", new AttributeValue(change));
        return image;
    }

    private static DynamodbStreamRecord delivered(String table, Map<String, AttributeValue> image) {
        DynamodbStreamRecord record = new DynamodbStreamRecord();
        record.setEventName("INSERT");
        record.setEventSourceARN(
                "arn:aws:dynamodb:us-east-1:123456789012:table/"
                        + table
                        + "/stream/2026-11-22T00:00");
        record.setDynamodb(new StreamRecord().withSequenceNumber("4711").withNewImage(image));
        return record;
    }
}
