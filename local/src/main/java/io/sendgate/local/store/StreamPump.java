package io.sendgate.local.store;

import io.sendgate.aws.StreamedItem;
import io.sendgate.aws.TableName;
import io.sendgate.aws.Tables;

import org.jboss.logging.Logger;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// Reads the embedded store's streams and hands them to the relay, as Lambda does where it is
/// deployed.
///
/// Batches of up to 100 in order; after a failure everything from the failed record on comes
/// again. Where it stands is remembered in a file, so that a restart goes on; some records may
/// come twice.
public final class StreamPump implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StreamPump.class);
    private static final Duration REST = Duration.ofMillis(100);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final List<TableStream> streams;
    private final Relay relay;
    private final Thread thread;
    private volatile boolean closed;

    /// What takes the batches: the relay's own code.
    @FunctionalInterface
    public interface Relay {

        /// Relays a batch.
        ///
        /// @param batch at least one item, all of one table, in order
        /// @return the position of the first that could not be relayed; empty where all were
        OptionalInt relay(List<StreamedItem> batch);
    }

    /// A pump of every streamed table.
    ///
    /// @param positions the file that remembers how far it has come
    public StreamPump(
            DynamoDbClient store,
            DynamoDbStreamsClient client,
            Tables tables,
            Path positions,
            Relay relay) {
        StreamPositions remembered = new StreamPositions(positions);
        this.relay = relay;
        this.streams =
                List.of(TableName.values()).stream()
                        .filter(table -> tables.table(table).streamed())
                        .map(
                                table ->
                                        new TableStream(
                                                client,
                                                table,
                                                arn(store, tables.name(table)),
                                                remembered))
                        .toList();
        this.thread = Thread.ofPlatform().daemon().name("stream-pump").unstarted(this::run);
    }

    private static String arn(DynamoDbClient store, String table) {
        return store.describeTable(r -> r.tableName(table)).table().latestStreamArn();
    }

    /// Relays everything that has been committed, what the relay itself causes included.
    ///
    /// @throws IllegalStateException where the relay fails
    public void pumpUntilIdle() {
        boolean idle;
        do {
            Round round = pump();
            if (!round.whole()) {
                throw new IllegalStateException("the relay fails on a record");
            }
            idle = round.relayed() == 0;
        } while (!idle);
    }

    /// Goes on relaying in the background until the pump is closed.
    public void start() {
        thread.start();
    }

    /// Ends the background relaying.
    @Override
    public void close() {
        // No interrupt: it would cut the store off in the middle of an answer.
        closed = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Round pump() {
        int relayed = 0;
        boolean whole = true;
        for (TableStream stream : streams) {
            TableStream.Progress progress = stream.pump(relay);
            relayed += progress.relayed();
            whole &= progress.whole();
        }
        return new Round(relayed, whole);
    }

    private void run() {
        while (!closed) {
            boolean whole = pumpOnce();
            rest(whole ? REST : REST_AFTER_FAILURE);
        }
    }

    private boolean pumpOnce() {
        try {
            return pump().whole();
        } catch (RuntimeException failed) {
            if (!closed) {
                LOG.warn("the streams cannot be pumped; trying again", failed);
            }
            return false;
        }
    }

    private void rest(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    /// What one walk over all streams did.
    private record Round(int relayed, boolean whole) {}
}
