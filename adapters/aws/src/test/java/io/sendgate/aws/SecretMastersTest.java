package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.sendgate.wire.keys.Masters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

class SecretMastersTest {

    private static final String SECRET = "sendgate/masters";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String kept = "";

    @BeforeEach
    void start() throws IOException {
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey")
                .forEach(System::clearProperty);
    }

    @Test
    void theKeysAreThoseThatTheSecretHolds() {
        Masters masters = Masters.generate(new SecureRandom());
        kept = masters.toJson();
        assertThat(masters().read(SECRET).check()).isEqualTo(masters.check());
    }

    @Test
    void theSecretIsAskedForOnceAndByItsName() {
        kept = Masters.generate(new SecureRandom()).toJson();
        masters().read(SECRET);
        assertThat(requests)
                .containsExactly("secretsmanager.GetSecretValue {\"SecretId\":\"" + SECRET + "\"}");
    }

    @Test
    void aSecretThatHoldsNoKeysIsRefusedAndNotQuoted() {
        kept = "hunter2";
        assertThatThrownBy(() -> masters().read(SECRET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sendgate.masters.secret")
                .hasStackTraceContaining("not JSON")
                .satisfies(refused -> assertThat(refused.toString()).doesNotContain("hunter2"));
    }

    @Test
    void aSecretThatMayNotBeReadIsRefused() {
        status = 400;
        assertThatThrownBy(() -> masters().read(SECRET)).isInstanceOf(IllegalStateException.class);
    }

    private SecretMasters masters() {
        return new SecretMasters(
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
        String told =
                status == 200
                        ? "{\"Name\":\"x\",\"SecretString\":\"" + kept.replace("\"", "\\\"") + "\"}"
                        : "{\"__type\":\"AccessDeniedException\"}";
        byte[] answer = told.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
