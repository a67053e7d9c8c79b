package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.stream.IntStream;

/// Mass marketing that nobody declares, over HTTP: found from what was sent, and refused from then
/// on.
@ExtendWith(SharedSuite.class)
final class MassMarketingIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    /// What SIPSTACK's rule bears.
    private static final int MANY = 25;

    private final Businesses businesses;
    private final Http http;

    MassMarketingIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private static Http.Answer offer(Business business, int person, String body) {
        business.written(business.person(person), "'marketing'", "");
        return business.authorize(business.person(person), "marketing", body);
    }

    private static void send(Business business, int people) {
        IntStream.range(0, people)
                .forEach(
                        person ->
                                assertThat(offer(business, person, Business.OFFER).at("/decision"))
                                        .isEqualTo("allow"));
        business.events("authorization.allowed");
    }

    private Http.Answer cases(Business business) {
        return http.get(Http.OPERATOR, "/cases?account=" + business.id());
    }

    @Test
    void theSameTextToManyIsRefusedOnceItIsFound() {
        Business sip = businesses.open("sipstack");
        send(sip, MANY);

        Http.Answer next = offer(sip, MANY, Business.OFFER);
        Http.Answer other = offer(sip, MANY, "Ada Plumbing: new hours. Reply STOP to unsubscribe");

        assertThat(next.at("/decision")).isEqualTo("deny");
        assertThat(next.codes()).containsExactly("mass-marketing");
        assertThat(next.at("/reasons/0/clause/id")).isEqualTo("S6");
        assertThat(other.at("/decision")).isEqualTo("allow");
        assertThat(cases(sip).items()).hasSize(1);
    }

    @Test
    void aTextThatWasLetGoGoesOn() {
        Business sip = businesses.open("sipstack");
        send(sip, MANY);
        String found = cases(sip).items().getFirst().path("id").asText();

        Http.Answer dismissed =
                http.post(
                        Http.OPERATOR,
                        "/cases/" + found + "/actions",
                        "{'action':'dismiss','reason':'these are"
                                + " members','clause':'S6','by':'op'}");

        assertThat(dismissed.status()).isEqualTo(201);
        assertThat(offer(sip, MANY, Business.OFFER).at("/decision")).isEqualTo("allow");
        sip.events("authorization.allowed");
        assertThat(offer(sip, MANY + 1, Business.OFFER).at("/decision")).isEqualTo("allow");
    }

    @Test
    void fewerAreNoMassMailingAndOtherPoliciesKnowNone() {
        Business sip = businesses.open("sipstack");
        send(sip, MANY - 1);
        assertThat(offer(sip, MANY, Business.OFFER).at("/decision")).isEqualTo("allow");

        Business flows = businesses.open("customerflows");
        send(flows, MANY);
        assertThat(offer(flows, MANY, Business.OFFER).at("/decision")).isEqualTo("allow");
    }
}
