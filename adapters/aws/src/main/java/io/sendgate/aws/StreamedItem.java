package io.sendgate.aws;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/// An item as a table's stream shows it after a write.
///
/// @param sequence the stream's own number of the record, by which a batch's failure is named
/// @param inserted whether the item was not there before
/// @param image every attribute after the write
public record StreamedItem(
        TableName table, String sequence, boolean inserted, Map<String, AttributeValue> image) {

    /// Copies the map, so that an image never changes.
    public StreamedItem {
        image = Map.copyOf(image);
    }
}
