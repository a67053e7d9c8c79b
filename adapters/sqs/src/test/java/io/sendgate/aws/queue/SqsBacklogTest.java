package io.sendgate.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.sendgate.gate.FactsUnavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class SqsBacklogTest {

    private static final String QUEUE = "https://sqs.us-east-1.amazonaws.com/111/sendgate-backlog";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final SqsClient client;
    private int status = 200;

    SqsBacklogTest() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        client =
                SqsClient.builder()
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("a", "b")))
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .checksumValidationEnabled(false)
                        .build();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        byte[] body = exchange.getRequestBody().readAllBytes();
        calls.add(target + " " + new String(body, StandardCharsets.UTF_8));
        byte[] answer = "{\"MessageId\":\"m1\"}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    @AfterEach
    void close() {
        client.close();
        server.stop(0);
    }

    @Test
    void aLetterIsOneMessage() {
        new SqsBacklog(client, QUEUE).put("a letter");
        assertThat(calls)
                .singleElement()
                .asString()
                .startsWith("AmazonSQS.SendMessage ")
                .contains("\"MessageBody\":\"a letter\"")
                .contains(QUEUE);
    }

    @Test
    void aQueueThatRefusesKeepsTheGateClosed() {
        status = 400;
        assertThatThrownBy(() -> new SqsBacklog(client, QUEUE).put("a letter"))
                .isInstanceOf(FactsUnavailable.class);
    }
}
