package io.sendgate.aws;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;

import io.sendgate.account.AccountId;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.NoteKey;
import io.sendgate.wire.json.ChangeCodec;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what the streams of the tables show, whoever delivers it.
///
/// What is sealed stays sealed and states are not read: a relay needs neither, and no key.
public final class StreamRecords {

    private static final String INSERT = "INSERT";
    private static final String ARN_TABLE = ":table/";

    private final Tables tables;
    private final ChangeCodec changes = new ChangeCodec();

    /// A reader of these tables' streams.
    public StreamRecords(Tables tables) {
        this.tables = tables;
    }

    /// What a recipients' item tells.
    ///
    /// @throws io.sendgate.gate.FactsUnavailable where this version does not know one of its
    ///     changes
    public Published published(StreamedItem streamed) {
        Item item = new Item(streamed.image());
        return new Published(
                new RecipientTag(item.text("tag")),
                place(item),
                new AccountId(item.text("root")),
                new AccountId(item.text("account")),
                item.time("time"),
                changes.read(item.text("change")),
                item.findTime("due"));
    }

    /// Whether an item of the recipients' table tells of anything: an entry or a note does, a
    /// claim does not.
    public boolean tells(StreamedItem streamed) {
        String sortKey = new Item(streamed.image()).text("entry");
        return !sortKey.equals(EntryKey.CLAIM);
    }

    /// A record as Lambda delivers it; empty for a removal, or for a table that is none of the
    /// suite's.
    public Optional<StreamedItem> streamed(DynamodbStreamRecord delivered) {
        return Optional.ofNullable(delivered.getDynamodb().getNewImage())
                .flatMap(
                        image ->
                                table(delivered.getEventSourceARN())
                                        .map(
                                                table ->
                                                        new StreamedItem(
                                                                table,
                                                                delivered
                                                                        .getDynamodb()
                                                                        .getSequenceNumber(),
                                                                INSERT.equals(
                                                                        delivered.getEventName()),
                                                                image(image))));
    }

    private Optional<TableName> table(String arn) {
        int start = arn.indexOf(ARN_TABLE) + ARN_TABLE.length();
        int end = arn.indexOf('/', start);
        return tables.named(arn.substring(start, end < 0 ? arn.length() : end));
    }

    private static Published.Place place(Item item) {
        String sortKey = item.text("entry");
        return EntryKey.isEntry(sortKey)
                ? new Published.Place.Numbered(EntryKey.number(sortKey))
                : new Published.Place.Noted(new NoteKey(sortKey), item.number("asOf").orElse(0L));
    }

    private static Map<String, AttributeValue> image(
            Map<String, com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue>
                    delivered) {
        Map<String, AttributeValue> image = new HashMap<>();
        delivered.forEach((name, value) -> image.put(name, value(value)));
        return image;
    }

    private static AttributeValue value(
            com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue delivered) {
        if (delivered.getS() != null) {
            return AttributeValue.fromS(delivered.getS());
        }
        if (delivered.getN() != null) {
            return AttributeValue.fromN(delivered.getN());
        }
        if (delivered.getB() != null) {
            return AttributeValue.fromB(SdkBytes.fromByteBuffer(delivered.getB()));
        }
        if (delivered.getL() != null) {
            return AttributeValue.fromL(
                    delivered.getL().stream().map(StreamRecords::value).toList());
        }
        if (delivered.getM() != null) {
            return AttributeValue.fromM(image(delivered.getM()));
        }
        return delivered.getBOOL() != null
                ? AttributeValue.fromBool(delivered.getBOOL())
                : AttributeValue.fromNul(true);
    }
}
