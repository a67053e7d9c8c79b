package io.sendgate.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A stand-in for SNS: it speaks the protocol of `PublishBatch` and remembers every call's form.
final class SnsStub implements AutoCloseable {

    private static final String ENTRY = "PublishBatchRequestEntries.member.";

    final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    final Set<String> refusedIds = new HashSet<>();
    boolean down;

    private final HttpServer server;

    SnsStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(form);
        byte[] answer = (down ? "" : answer(form)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(down ? 400 : 200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(Map<String, String> form) {
        List<String> ids =
                IntStream.iterate(1, i -> form.containsKey(ENTRY + i + ".Id"), i -> i + 1)
                        .mapToObj(i -> form.getOrDefault(ENTRY + i + ".Id", ""))
                        .toList();
        String successful =
                ids.stream()
                        .filter(id -> !refusedIds.contains(id))
                        .map(
                                id ->
                                        "<member><MessageId>m-"
                                                + id
                                                + "</MessageId><Id>"
                                                + id
                                                + "</Id></member>")
                        .collect(Collectors.joining());
        String failed =
                ids.stream()
                        .filter(refusedIds::contains)
                        .map(
                                id ->
                                        "<member><Id>"
                                                + id
                                                + "</Id><Code>InternalError</Code>"
                                                + "<SenderFault>false</SenderFault></member>")
                        .collect(Collectors.joining());
        return "<PublishBatchResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                + "<PublishBatchResult><Failed>"
                + failed
                + "</Failed><Successful>"
                + successful
                + "</Successful></PublishBatchResult></PublishBatchResponse>";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
