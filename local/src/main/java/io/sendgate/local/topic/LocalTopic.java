package io.sendgate.local.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.sendgate.account.AccountId;
import io.sendgate.aws.EventPublisher;
import io.sendgate.aws.SuiteEvent;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The topic of a suite that has no SNS: a file of JSON lines, each event once, in the order of
/// publication.
///
/// An event whose id it has is not kept again. It is safe for several threads, not for several
/// processes.
public final class LocalTopic implements EventPublisher {

    private static final Logger LOG = Logger.getLogger(LocalTopic.class);

    private final Path file;
    private final JsonMapper json = new JsonMapper();
    private final Consumer<SuiteEvent> subscriber;
    private final Map<String, SuiteEvent> events = new LinkedHashMap<>();
    private final List<SuiteEvent> undelivered = new ArrayList<>();
    private final Path heard;

    /// The topic in a file; what the file holds already has been published.
    ///
    /// @param file made where there is none, with its folder; a last line that was cut off is
    ///     dropped
    /// @throws UncheckedIOException where it cannot be read or made
    public LocalTopic(Path file) {
        this(file, event -> {});
    }

    /// As above, with somebody who hears of every event that is published from now on.
    ///
    /// What fails with the subscriber is delivered again by [#redeliver], after a restart too.
    ///
    /// @param subscriber may hear of an event twice
    public LocalTopic(Path file, Consumer<SuiteEvent> subscriber) {
        this.file = file;
        this.subscriber = subscriber;
        this.heard = file.resolveSibling(file.getFileName() + ".heard");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                load();
            }
            if (Files.exists(heard)) {
                long known = Long.parseLong(Files.readString(heard).strip());
                events.values().stream().skip(known).forEach(undelivered::add);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("the local topic cannot be opened", refused);
        }
    }

    @Override
    public synchronized List<Integer> publish(List<SuiteEvent> published) {
        Map<String, SuiteEvent> fresh = new LinkedHashMap<>();
        published.stream()
                .filter(event -> !events.containsKey(event.id()))
                .forEach(event -> fresh.putIfAbsent(event.id(), event));
        try {
            Files.write(
                    file,
                    fresh.values().stream().map(SuiteEvent::json).toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException refused) {
            return IntStream.range(0, published.size()).boxed().toList();
        }
        events.putAll(fresh);
        undelivered.addAll(fresh.values());
        redeliver();
        return List.of();
    }

    /// Delivers what the subscriber has not taken yet; one event that fails holds up no other.
    ///
    /// @return how many still wait
    public synchronized int redeliver() {
        if (undelivered.removeIf(this::isTaken)) {
            remember();
        }
        return undelivered.size();
    }

    private boolean isTaken(SuiteEvent event) {
        try {
            subscriber.accept(event);
            return true;
        } catch (RuntimeException failed) {
            LOG.warnf("a subscriber failed on %s: %s", event.type(), failed.getClass().getName());
            return false;
        }
    }

    /// Writes down up to where everything was taken; what came after is delivered again.
    private void remember() {
        long known =
                undelivered.isEmpty()
                        ? events.size()
                        : List.copyOf(events.keySet()).indexOf(undelivered.getFirst().id());
        try {
            Files.writeString(heard, Long.toString(known));
        } catch (IOException refused) {
            LOG.warnf("cannot write down what was delivered: %s", refused.getClass().getName());
        }
    }

    /// What has been published, oldest first.
    ///
    /// @param type only events of that type; empty for all
    /// @param account only events that concern that account; empty for all
    public synchronized List<SuiteEvent> events(
            Optional<String> type, Optional<AccountId> account) {
        return events.values().stream()
                .filter(event -> type.isEmpty() || type.get().equals(event.type()))
                .filter(event -> account.isEmpty() || account.equals(event.account()))
                .toList();
    }

    private void load() throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        lines.stream()
                .map(this::event)
                .flatMap(Optional::stream)
                .forEach(event -> events.put(event.id(), event));
        if (events.size() < lines.size()) {
            Path whole = file.resolveSibling(file.getFileName() + ".whole");
            Files.write(whole, events.values().stream().map(SuiteEvent::json).toList());
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Optional<SuiteEvent> event(String line) {
        try {
            JsonNode event = json.readTree(line);
            return Optional.of(
                            new SuiteEvent(
                                    event.path("id").asText(),
                                    event.path("type").asText(),
                                    AccountId.parse(event.path("account").asText()),
                                    line))
                    .filter(read -> !read.id().isEmpty());
        } catch (JsonProcessingException cutOff) {
            return Optional.empty();
        }
    }
}
