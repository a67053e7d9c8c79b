package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The same events in every order, over HTTP: what is left is the same.
///
/// In every build all orders of a message, a receipt, a START and a STOP that comes twice; with
/// `-Dproof.factor=10` every sequence of one to five of them.
@ExtendWith(SharedSuite.class)
final class OrderingsIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final boolean FULL = Integer.getInteger("proof.factor", 1) >= 10;
    private static final int LONGEST = 5;
    private static final int CALLERS = 4;

    private static final String RECEIPT = "R";
    private static final String STOP = "S";
    private static final String START = "T";
    private static final List<String> EVENTS = List.of("M", RECEIPT, STOP, START);

    private final Http http;
    private final Business ada;
    private final AtomicInteger people = new AtomicInteger();

    OrderingsIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
    }

    /// Every sequence of one to five of `kinds`.
    private static List<List<String>> sequences(List<String> kinds) {
        List<List<String>> all = new ArrayList<>();
        List<List<String>> longest = List.of(List.of());
        for (int length = 1; length <= LONGEST; length++) {
            longest =
                    longest.stream()
                            .flatMap(before -> kinds.stream().map(kind -> and(before, kind)))
                            .toList();
            all.addAll(longest);
        }
        return all;
    }

    private static List<String> and(List<String> before, String kind) {
        return Stream.concat(before.stream(), Stream.of(kind)).toList();
    }

    private String somebody() {
        String number = "+1312%07d".formatted(2_200_000 + people.incrementAndGet());
        assertThat(ada.written(number, "'marketing'", "").status()).isEqualTo(201);
        return number;
    }

    /// What is known of a person, without what names them and their consents.
    private JsonNode state(String number) {
        ObjectNode state = (ObjectNode) ada.recipient(number).body();
        state.remove(List.of("number", "tag"));
        List<JsonNode> consents = new ArrayList<>();
        state.path("consents")
                .forEach(consent -> consents.add(((ObjectNode) consent).without("id")));
        consents.sort(Comparator.comparing(JsonNode::toString));
        state.putArray("consents").addAll(consents);
        state.path("channels")
                .forEach(channel -> channel.forEach(one -> ((ObjectNode) one).remove("consent")));
        return state;
    }

    private Set<JsonNode> outcomes(List<Callable<JsonNode>> worlds) throws InterruptedException {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            Set<JsonNode> outcomes = new HashSet<>();
            for (Future<JsonNode> outcome : callers.invokeAll(worlds)) {
                outcomes.add(outcome.resultNow());
            }
            return outcomes;
        }
    }

    @Test
    void whereTimesAreSignedEveryOrderLeavesTheSame() throws InterruptedException {
        new GenericPhone(ada, "").connected();
        Duration minute = Duration.ofMinutes(1);
        for (boolean stopIsLast : List.of(true, false)) {
            Map<String, Instant> times =
                    Map.of(
                            "M",
                            NOON.minus(minute.multipliedBy(4)),
                            STOP,
                            NOON.minus(minute.multipliedBy(stopIsLast ? 2 : 3)),
                            START,
                            NOON.minus(minute.multipliedBy(stopIsLast ? 3 : 2)));
            for (Set<String> events : wanted()) {
                List<Callable<JsonNode>> worlds =
                        sequences(EVENTS).stream()
                                .filter(OrderingsIT::isWanted)
                                .filter(one -> Set.copyOf(one).equals(events))
                                .<Callable<JsonNode>>map(one -> () -> signed(one, times))
                                .toList();
                assertThat(outcomes(worlds)).as("%s, STOP last: %s", events, stopIsLast).hasSize(1);
            }
        }
    }

    private static boolean isWanted(List<String> sequence) {
        boolean stopTwice = Collections.frequency(sequence, STOP) == 2;
        return FULL || (sequence.size() == LONGEST && stopTwice);
    }

    private static Set<Set<String>> wanted() {
        Set<Set<String>> all = new HashSet<>();
        sequences(EVENTS).stream().map(Set::copyOf).forEach(all::add);
        all.removeIf(events -> !FULL && events.size() < EVENTS.size());
        return all;
    }

    private JsonNode signed(List<String> sequence, Map<String, Instant> times) {
        GenericPhone phone = new GenericPhone(ada, somebody());
        for (String event : sequence) {
            Http.Answer answer =
                    event.equals(RECEIPT)
                            ? phone.post(receipt(phone.number()), NOON)
                            : phone.post(message(phone, event, times), NOON);
            assertThat(answer.status()).isEqualTo(200);
        }
        return state(phone.number());
    }

    private static String message(GenericPhone phone, String event, Map<String, Instant> times) {
        String at = ",'receivedAt':'" + times.get(event) + "'";
        return phone.message(event + phone.number(), text(event), at);
    }

    private static String text(String event) {
        return switch (event) {
            case STOP -> "STOP";
            case START -> "START";
            default -> "see you at ten";
        };
    }

    private String receipt(String number) {
        return ("{'id':'r','type':'receipt','channel':'sms','from':'%s','to':'%s',"
                        + "'messageId':'out%s','status':'delivered'}")
                .formatted(number, ada.tollFree(), number);
    }

    @Test
    void whereTheyAreNotEveryArrangementOfRepeatsAndReceiptsLeavesTheSame()
            throws InterruptedException {
        new TwilioPhone(ada, "").connected();
        for (List<String> fixed : List.of(List.of(STOP, START), List.of(START, STOP))) {
            List<Callable<JsonNode>> worlds =
                    sequences(List.of(STOP, START, RECEIPT)).stream()
                            .filter(OrderingsIT::isWanted)
                            .filter(one -> firsts(one).equals(fixed))
                            .<Callable<JsonNode>>map(one -> () -> unsigned(one))
                            .toList();
            assertThat(outcomes(worlds)).as("%s", fixed).hasSize(1);
        }
    }

    private static List<String> firsts(List<String> sequence) {
        return sequence.stream().filter(event -> !event.equals(RECEIPT)).distinct().toList();
    }

    private JsonNode unsigned(List<String> sequence) {
        TwilioPhone phone = new TwilioPhone(ada, somebody());
        for (String event : sequence) {
            Map<String, String> parameters =
                    event.equals(RECEIPT)
                            ? phone.receipt("SMout" + phone.number(), "delivered")
                            : phone.message("SM" + event + phone.number(), text(event));
            String form = TwilioPhone.form(parameters);
            assertThat(phone.post(form, phone.sign(parameters)).status()).isEqualTo(200);
        }
        return state(phone.number());
    }
}
