package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// What goes over a line at once, and what waits for a place, over HTTP.
@ExtendWith(SharedSuite.class)
final class ThroughputIT {

    private static final Instant NOON = Instant.parse("2027-02-16T18:00:00Z");
    private static final String HELLO = "Ada Plumbing: your invoice is ready.";
    private static final String HOLD = ",'whenBlocked':'hold'";

    private final Businesses businesses;
    private final Http http;

    ThroughputIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private Business withRate(int perMinute) {
        return businesses.open("customerflows", ",'messagesPerMinute':" + perMinute);
    }

    private static Http.Answer ask(Business business, int person, String more) {
        return business.authorize(business.person(person), "service", HELLO, more);
    }

    private static String decision(Business business, int person) {
        return ask(business, person, "").at("/decision");
    }

    @Test
    void theMessageBeyondTheAccountsRateWaitsForTheNextPlace() {
        Business ada = withRate(3);
        IntStream.range(0, 3).forEach(i -> assertThat(decision(ada, i)).isEqualTo("allow"));

        Http.Answer fourth = ask(ada, 3, "");

        assertThat(fourth.at("/decision")).isEqualTo("defer");
        assertThat(fourth.codes()).containsExactly("throughput");
        assertThat(fourth.at("/until")).isEqualTo("2027-02-16T18:01:00Z");
        assertThat(fourth.at("/reasons/0/clause/source")).isEqualTo("sendgate");
        http.clock(NOON.plusSeconds(59));
        assertThat(decision(ada, 3)).isEqualTo("defer");
        http.clock(NOON.plusSeconds(60));
        assertThat(decision(ada, 3)).isEqualTo("allow");
    }

    @Test
    void refusalsDryRunsAndRepeatsTakeNoPlace() {
        Business ada = withRate(2);
        IntStream.range(0, 4)
                .forEach(
                        i ->
                                assertThat(ada.offer(ada.person(i)).at("/decision"))
                                        .isEqualTo("deny"));
        IntStream.range(0, 4)
                .forEach(
                        i ->
                                assertThat(ask(ada, i, ",'dryRun':true").at("/decision"))
                                        .isEqualTo("allow"));
        String request = ada.request(ada.person(1), "service", HELLO, "");
        IntStream.range(0, 4)
                .forEach(
                        i ->
                                assertThat(
                                                http.post(
                                                                ada.key(),
                                                                "/authorizations",
                                                                request,
                                                                "k1")
                                                        .at("/decision"))
                                        .isEqualTo("allow"));

        assertThat(decision(ada, 2)).isEqualTo("allow");
        assertThat(decision(ada, 3)).isEqualTo("defer");
    }

    @Test
    void asManyAtOnceAsAMinuteHasPlacesForAreAllowedAndNotOneMore() throws Exception {
        Business ada = withRate(40);
        try (ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Callable<String>> asking =
                    IntStream.range(0, 64)
                            .<Callable<String>>mapToObj(i -> () -> decision(ada, i))
                            .toList();
            long allowed = 0;
            for (Future<String> one : callers.invokeAll(asking)) {
                allowed += one.get().equals("allow") ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(40);
        }
    }

    @Test
    void heldMessagesAreReleasedAtTheirTurns() {
        Business ada = withRate(1);
        assertThat(decision(ada, 0)).isEqualTo("allow");
        String first = held(ask(ada, 1, HOLD), "2027-02-16T18:01:00Z");
        String second = held(ask(ada, 2, HOLD), "2027-02-16T18:02:00Z");

        runTheScheduleAt(NOON.plusSeconds(60));
        assertThat(status(ada, first)).isEqualTo("released");
        assertThat(status(ada, second)).isEqualTo("held");

        runTheScheduleAt(NOON.plusSeconds(120));
        assertThat(status(ada, second)).isEqualTo("released");
    }

    private static String held(Http.Answer answer, String until) {
        assertThat(answer.at("/status")).isEqualTo("held");
        assertThat(answer.at("/until")).isEqualTo(until);
        return answer.at("/id");
    }

    private void runTheScheduleAt(Instant now) {
        http.clock(now);
        http.post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");
    }

    private String status(Business business, String id) {
        return http.get(business.key(), "/authorizations/" + id).at("/status");
    }
}
