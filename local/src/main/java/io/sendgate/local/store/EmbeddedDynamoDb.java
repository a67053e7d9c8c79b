package io.sendgate.local.store;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Amazon's own DynamoDB Local inside this process, on the loopback address and a free port.
///
/// Its ready-made runner listens on every interface and reports home; this one builds the server
/// itself and never configures the reporting. Single puts survive a killed process; transactions
/// would not, and the suite has none.
public final class EmbeddedDynamoDb implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Region REGION = Region.US_EAST_1;
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final LocalDynamoDBRequestHandler requests;
    private final Server server;

    private EmbeddedDynamoDb(Optional<Path> folder) {
        try {
            requests =
                    new LocalDynamoDBRequestHandler(
                            0,
                            folder.isEmpty(),
                            folder.map(Path::toString).orElse(null),
                            true,
                            false);
        } catch (Exception refused) {
            throw new IllegalStateException("the embedded store cannot be opened", refused);
        }
        server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        ContextHandler root = new ContextHandler("/");
        root.setHandler(new LocalDynamoDBServerHandler(requests, null));
        server.setHandler(root);
    }

    /// A store that is gone when it is closed.
    ///
    /// @throws IllegalStateException where it does not start within half a minute
    public static EmbeddedDynamoDb inMemory() {
        return new EmbeddedDynamoDb(Optional.empty()).started();
    }

    /// A store that is kept in a folder and survives a restart.
    ///
    /// @param folder made where there is none; used by one process at a time
    /// @throws IllegalStateException where it does not start within half a minute
    public static EmbeddedDynamoDb onFile(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new IllegalStateException("the embedded store's folder cannot be made", refused);
        }
        return new EmbeddedDynamoDb(Optional.of(folder)).started();
    }

    /// Where it listens: a loopback address.
    public URI endpoint() {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /// A client of its tables; the caller closes it.
    public DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(REGION)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.executionInterceptors(List.of(interceptors)))
                .build();
    }

    /// A client of its tables' streams; the caller closes it.
    public DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint())
                .region(REGION)
                .credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /// Stops it; what is kept in a folder stays there.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception refused) {
            throw new IllegalStateException("the embedded store does not stop", refused);
        } finally {
            requests.shutdown();
        }
    }

    private EmbeddedDynamoDb started() {
        FutureTask<Boolean> start = new FutureTask<>(this::start, true);
        Thread.ofPlatform().daemon().name("embedded-store-start").start(start);
        try {
            start.get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the embedded store was stopped at its start", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the embedded store does not start", failed);
        }
    }

    private void start() {
        try {
            server.start();
        } catch (Exception refused) {
            throw new IllegalStateException("the embedded store cannot listen", refused);
        }
        try (DynamoDbClient first = client()) {
            first.listTables();
        }
    }
}
