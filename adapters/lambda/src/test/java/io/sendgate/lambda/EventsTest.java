package io.sendgate.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class EventsTest {

    private static final Path EVENTS = Path.of("..", "..", "events");

    private static boolean isHttp(String event) throws IOException {
        return Events.isHttp(event.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> samples(String folder) throws IOException {
        try (Stream<Path> files = Files.list(EVENTS.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    @Test
    void aRequestOverHttpIsKnownWhereverItSaysSo() throws IOException {
        assertThat(samples("inbound")).isNotEmpty();
        for (Path sample : samples("inbound")) {
            assertThat(isHttp(Files.readString(sample))).as(sample.toString()).isTrue();
        }
        assertThat(isHttp(Events.HEALTH)).isTrue();
        assertThat(isHttp("{\"body\":\"{}\",\"cookies\":[{}],\"requestContext\":{}}")).isTrue();
    }

    @Test
    void whatSchedulesQueuesAndOperatorsSendIsNone() throws IOException {
        assertThat(samples("lambda")).isNotEmpty();
        for (Path sample : samples("lambda")) {
            assertThat(isHttp(Files.readString(sample))).as(sample.toString()).isFalse();
        }
        assertThat(isHttp("{\"Records\":[{\"body\":\"{\\\"requestContext\\\":1}\"}]}")).isFalse();
        assertThat(isHttp("{\"a\":{\"requestContext\":{}}}")).isFalse();
        assertThat(isHttp("[]")).isFalse();
    }
}
