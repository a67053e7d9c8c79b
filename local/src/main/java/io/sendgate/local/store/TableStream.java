package io.sendgate.local.store;

import io.sendgate.aws.StreamedItem;
import io.sendgate.aws.TableName;

import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stream of one table: batches in order, a shard's parent before the shard.
final class TableStream {

    private static final int BATCH = 100;

    private final DynamoDbStreamsClient client;
    private final TableName table;
    private final String arn;
    private final StreamPositions positions;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private List<Shard> shards = List.of();

    TableStream(
            DynamoDbStreamsClient client, TableName table, String arn, StreamPositions positions) {
        this.client = client;
        this.table = table;
        this.arn = arn;
        this.positions = positions;
    }

    /// Hands every batch there is to the relay, until there is no more or one fails.
    ///
    /// @return how many records were relayed, and whether all that were there
    Progress pump(StreamPump.Relay relay) {
        int relayed = 0;
        if (shards.stream().allMatch(shard -> ended.contains(shard.shardId()))) {
            shards = describe();
        }
        for (Shard shard : shards) {
            Progress progress = pump(shard.shardId(), relay);
            relayed += progress.relayed();
            if (!progress.whole()) {
                return new Progress(relayed, false);
            }
        }
        return new Progress(relayed, true);
    }

    private Progress pump(String shard, StreamPump.Relay relay) {
        int relayed = 0;
        while (!ended.contains(shard)) {
            GetRecordsResponse page = page(shard);
            int done = relay(shard, page.records(), relay);
            relayed += done;
            if (done < page.records().size()) {
                iterators.remove(shard);
                return new Progress(relayed, false);
            }
            if (page.nextShardIterator() == null) {
                ended.add(shard);
            } else {
                iterators.put(shard, page.nextShardIterator());
            }
            if (page.records().isEmpty()) {
                break;
            }
        }
        return new Progress(relayed, true);
    }

    private int relay(String shard, List<Record> records, StreamPump.Relay relay) {
        if (records.isEmpty()) {
            return 0;
        }
        List<Record> images =
                records.stream().filter(record -> record.dynamodb().hasNewImage()).toList();
        int failed = relay.relay(images.stream().map(this::item).toList()).orElse(images.size());
        int done = failed == images.size() ? records.size() : records.indexOf(images.get(failed));
        if (done > 0) {
            String sequence = records.get(done - 1).dynamodb().sequenceNumber();
            positions.advance(key(shard), sequence);
        }
        return done;
    }

    private StreamedItem item(Record record) {
        return new StreamedItem(
                table,
                record.dynamodb().sequenceNumber(),
                record.eventName() == OperationType.INSERT,
                record.dynamodb().newImage());
    }

    private GetRecordsResponse page(String shard) {
        try {
            return records(iterators.computeIfAbsent(shard, this::iterator));
        } catch (ExpiredIteratorException | TrimmedDataAccessException stale) {
            // An iterator taken while a shard was empty is refused once the shard has a record.
            return records(iterator(shard));
        }
    }

    private GetRecordsResponse records(String iterator) {
        return client.getRecords(r -> r.shardIterator(iterator).limit(BATCH));
    }

    private String iterator(String shard) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamArn(arn).shardId(shard);
        return positions
                .of(key(shard))
                .map(sequence -> after(request, sequence))
                .orElseGet(() -> horizon(request));
    }

    private String after(GetShardIteratorRequest.Builder request, String sequence) {
        try {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER);
            return client.getShardIterator(request.sequenceNumber(sequence).build())
                    .shardIterator();
        } catch (TrimmedDataAccessException gone) {
            return horizon(request.sequenceNumber(null));
        }
    }

    private String horizon(GetShardIteratorRequest.Builder request) {
        request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        return client.getShardIterator(request.build()).shardIterator();
    }

    /// All shards, in the order in which they were opened: a parent's id sorts before its
    /// child's.
    private List<Shard> describe() {
        List<Shard> all = new ArrayList<>();
        DescribeStreamRequest.Builder request = DescribeStreamRequest.builder().streamArn(arn);
        StreamDescription page;
        do {
            page = client.describeStream(request.build()).streamDescription();
            all.addAll(page.shards());
            request.exclusiveStartShardId(page.lastEvaluatedShardId());
        } while (page.lastEvaluatedShardId() != null);
        all.sort(Comparator.comparing(Shard::shardId));
        return all;
    }

    private String key(String shard) {
        return arn + "|" + shard;
    }

    /// How far a pump came.
    ///
    /// @param whole whether everything there was has been relayed
    record Progress(int relayed, boolean whole) {}
}
