package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/// Reserved broadcasts, over HTTP. Each test has a day of its own: accounts share the line.
@ExtendWith(SharedSuite.class)
final class BroadcastsIT {

    private static final String NEWS = "Ada Plumbing: the water is off until five.";

    private final Businesses businesses;
    private final Http http;

    BroadcastsIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    private Http.Answer reserve(Business business, int recipients, int perMinute, String key) {
        return http.post(
                business.key(),
                "/broadcasts",
                "{'recipients':%d,'messagesPerMinute':%d}".formatted(recipients, perMinute),
                key);
    }

    private static Http.Answer ask(Business business, int person, String more) {
        return business.authorize(business.person(person), "service", NEWS, more);
    }

    private static String in(Http.Answer broadcast) {
        return ",'broadcast':'" + broadcast.at("/id") + "'";
    }

    @Test
    void aHundredThousandFillTheLineThatOthersShareForTwentyFiveMinutes() {
        http.clock(Instant.parse("2027-03-01T18:00:00Z"));
        Business cedar = businesses.open("crm-text");
        Business other = businesses.open("crm-text");

        Http.Answer broadcast = reserve(cedar, 100_000, 4000, "b1");

        assertThat(broadcast.status()).isEqualTo(201);
        assertThat(broadcast.at("/id")).startsWith("bcast_");
        assertThat(broadcast.at("/duration")).isEqualTo("PT25M");
        assertThat(broadcast.at("/earliestCompletion")).isEqualTo("2027-03-01T18:25:00Z");
        assertThat(broadcast.at("/slots/first")).isEqualTo("2027-03-01T18:00:00Z");
        assertThat(broadcast.at("/slots/last")).isEqualTo("2027-03-01T18:24:59.985Z");
        assertThat(broadcast.body().path("sharedBandwidth").asBoolean()).isTrue();
        Http.Answer single = ask(other, 1, "");
        assertThat(single.codes()).containsExactly("throughput");
        assertThat(single.at("/reasons/0/clause/id")).isEqualTo("C11");
        assertThat(Instant.parse(single.at("/until")))
                .isAfterOrEqualTo(Instant.parse("2027-03-01T18:25:00Z"));
        assertThat(reserve(other, 60, 4000, "b2").at("/slots/first"))
                .isEqualTo("2027-03-01T18:25:00Z");
    }

    @Test
    void messagesOfABroadcastGoAtItsSlots() {
        Instant noon = Instant.parse("2027-03-02T18:00:00Z");
        http.clock(noon);
        Business cedar = businesses.open("crm-text");
        Http.Answer broadcast = reserve(cedar, 120, 60, "b1");

        assertThat(ask(cedar, 1, in(broadcast)).at("/decision")).isEqualTo("allow");
        Http.Answer early = ask(cedar, 2, in(broadcast));
        assertThat(early.at("/until")).isEqualTo("2027-03-02T18:00:01Z");
        assertThat(early.codes()).containsExactly("throughput");
        assertThat(ask(cedar, 3, "").at("/decision")).isEqualTo("allow");
        http.clock(noon.plusSeconds(1));
        assertThat(ask(cedar, 2, in(broadcast)).at("/decision")).isEqualTo("allow");
        http.clock(noon.plusSeconds(121));
        assertThat(ask(cedar, 4, in(broadcast)).at("/decision")).isEqualTo("allow");
        assertThat(ask(cedar, 5, in(broadcast)).at("/decision")).isEqualTo("allow");
    }

    @Test
    void theSameKeyReservesOnce() {
        http.clock(Instant.parse("2027-03-03T18:00:00Z"));
        Business cedar = businesses.open("crm-text");

        Http.Answer first = reserve(cedar, 600, 600, "b1");
        http.clock(Instant.parse("2027-03-03T18:00:30Z"));
        Http.Answer again = reserve(cedar, 600, 600, "b1");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("slots")).isEqualTo(first.body().path("slots"));
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(reserve(cedar, 601, 600, "b1").status()).isEqualTo(422);
    }

    @Test
    void anotherAccountsBroadcastIsLikeOneThatDoesNotExist() {
        http.clock(Instant.parse("2027-03-04T18:00:00Z"));
        Business cedar = businesses.open("crm-text");
        Business other = businesses.open("crm-text");
        Http.Answer broadcast = reserve(cedar, 120, 60, "b1");

        for (int person = 1; person < 4; person++) {
            assertThat(ask(other, person, in(broadcast)).at("/decision")).isEqualTo("allow");
            assertThat(ask(other, person, ",'broadcast':'bc_1'").at("/decision"))
                    .isEqualTo("allow");
        }
    }

    @Test
    void anEstimateTakesNumbersAlone() {
        http.clock(Instant.parse("2027-03-05T18:00:00Z"));
        Business cedar = businesses.open("crm-text");

        Http.Answer answer =
                http.post(
                        cedar.key(),
                        "/broadcasts/estimate",
                        "{'numbers':['+13125550001','+12065550001']}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("recipients").asInt()).isEqualTo(2);
    }
}
