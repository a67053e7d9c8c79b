package io.sendgate.local;

import io.sendgate.aws.TableSetup;
import io.sendgate.aws.Tables;
import io.sendgate.local.store.EmbeddedDynamoDb;
import io.sendgate.wire.keys.Masters;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/// Everything the suite keeps on disk, in one folder: the tables, the master keys, the events.
///
/// Two processes never share a folder: the second is refused before it touches anything.
public final class LocalStore implements AutoCloseable {

    private final Path folder;
    private final FileLock lock;
    private final EmbeddedDynamoDb store;

    private LocalStore(Path folder, FileLock lock, EmbeddedDynamoDb store) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
    }

    /// Opens the store in a folder, which is made where there is none.
    ///
    /// @throws IllegalStateException where another process has it open
    public static LocalStore open(Path folder, String tablePrefix) {
        try {
            Files.createDirectories(folder);
            FileLock lock = lock(folder.resolve("lock"));
            Masters.readOrCreate(keys(folder), new SecureRandom());
            EmbeddedDynamoDb store = EmbeddedDynamoDb.onFile(folder.resolve("dynamodb"));
            try (DynamoDbClient client = store.client()) {
                new TableSetup(client, new Tables(tablePrefix)).createMissing();
            }
            return new LocalStore(folder, lock, store);
        } catch (IOException refused) {
            throw new UncheckedIOException("the data folder cannot be used", refused);
        }
    }

    private static FileLock lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return Optional.ofNullable(channel.tryLock())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "another suite has this data folder open; name another with"
                                                + " -Dsendgate.local.data="));
    }

    private static Path keys(Path folder) {
        return folder.resolve("master-keys.json");
    }

    /// The settings by which the functions find this store.
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.dynamodb.endpoint-override", store.endpoint().toString(),
                "quarkus.dynamodb.aws.region", "us-east-1",
                "quarkus.dynamodb.aws.credentials.type", "static",
                "quarkus.dynamodb.aws.credentials.static-provider.access-key-id", "local",
                "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", "local",
                "sendgate.masters.file", keys(folder).toString());
    }

    /// The folder.
    public Path folder() {
        return folder;
    }

    /// The embedded store itself.
    public EmbeddedDynamoDb embedded() {
        return store;
    }

    @Override
    public void close() {
        store.close();
        try {
            lock.acquiredBy().close();
        } catch (IOException refused) {
            throw new UncheckedIOException("the data folder cannot be released", refused);
        }
    }
}
