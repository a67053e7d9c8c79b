package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is published: kinds, envelopes, order and names that stay the same.
@ExtendWith(SharedSuite.class)
final class EventsIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550701";
    private static final String OTHER = "+13125550702";

    private final Http http;
    private final Business ada;
    private final Business stranger;

    EventsIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
        this.stranger = businesses.open("customerflows");
    }

    private List<JsonNode> events() {
        return http.get(Http.OPERATOR, "/local/events?account=" + ada.id()).items();
    }

    private List<String> types() {
        return events().stream().map(event -> event.path("type").asText()).toList();
    }

    private void runTheSchedule() {
        http.post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");
    }

    /// A life of one person, from consent to STOP to START.
    private void live() {
        TwilioPhone phone = new TwilioPhone(ada, PERSON).connected();
        ada.offer(PERSON);
        ada.written(PERSON, "'marketing'", "");
        ada.offer(PERSON);
        ada.offer(PERSON);
        http.advance(Duration.ofMinutes(1));
        phone.text("SM01", "STOP");
        http.advance(Duration.ofMinutes(1));
        phone.text("SM02", "START");
    }

    @Test
    void everythingThatHappensIsTold() {
        live();

        assertThat(types())
                .containsExactly(
                        "authorization.denied",
                        "consent.granted",
                        "authorization.allowed",
                        "authorization.deferred",
                        "message.received",
                        "opt-out.recorded",
                        "authorization.revoked",
                        "message.received",
                        "opt-in.confirmed",
                        "consent.granted");
    }

    @Test
    void anEventIsACloudEventThatNamesNobody() {
        live();

        for (JsonNode event : events()) {
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("id").asText()).isNotBlank();
            assertThat(event.path("source").asText()).isNotBlank();
            assertThat(event.path("account").asText()).isEqualTo(ada.id());
            assertThat(event.at("/data/account").asText()).isEqualTo(ada.id());
            assertThat(Instant.parse(event.path("time").asText())).isAfterOrEqualTo(NOON);
            assertThat(event.toString()).doesNotContain("3125550701").doesNotContain("drain");
        }
    }

    @Test
    void theTagOfAnEventLeadsBackToThePerson() {
        live();
        String tag = events().getFirst().at("/data/recipient").asText();

        Http.Answer known = http.get(ada.key(), "/recipients/" + tag);
        Http.Answer foreign = http.get(stranger.key(), "/recipients/" + tag);

        assertThat(known.at("/number")).isEqualTo(PERSON);
        assertThat(foreign.status()).isEqualTo(404);
    }

    @Test
    void sequencesAreInOrderForEachPerson() {
        live();
        ada.written(OTHER, "'marketing'", "");
        ada.offer(OTHER);
        Map<String, List<String>> sequences = new HashMap<>();
        events().forEach(
                        event ->
                                sequences
                                        .computeIfAbsent(
                                                event.path("subject").asText(),
                                                tag -> new ArrayList<>())
                                        .add(event.path("sequence").asText()));

        assertThat(sequences).hasSize(2);
        sequences
                .values()
                .forEach(
                        one ->
                                assertThat(one)
                                        .doesNotHaveDuplicates()
                                        .isSortedAccordingTo(Comparator.naturalOrder()));
    }

    @Test
    void aRefusalCarriesTheSequenceItWasDecidedOn() {
        ada.written(PERSON, "'transactional'", "");
        ada.offer(PERSON);
        ada.written(PERSON, "'marketing'", "");
        List<JsonNode> all = events();

        String before = all.get(0).path("sequence").asText();
        String refused = all.get(1).path("sequence").asText();
        String after = all.get(2).path("sequence").asText();

        assertThat(all.get(1).path("type").asText()).isEqualTo("authorization.denied");
        assertThat(refused).startsWith(before.substring(0, 12));
        assertThat(List.of(before, refused, after)).isSorted();
    }

    @Test
    void askingAgainAndRunningTheSchedulesTellsNothingTwice() {
        live();
        List<JsonNode> first = events();

        runTheSchedule();
        runTheSchedule();

        assertThat(events()).isEqualTo(first);
    }

    @Test
    void aFullCapThatOpensAgainIsAnnounced() {
        ada.written(PERSON, "'marketing'", "");
        ada.offer(PERSON);
        http.advance(Duration.ofDays(7).minusSeconds(1));
        runTheSchedule();
        assertThat(types()).doesNotContain("frequency.reset");

        http.advance(Duration.ofSeconds(1));
        runTheSchedule();

        assertThat(types()).containsOnlyOnce("frequency.reset");
    }

    @Test
    void aPermitNotTakenUpInTimeIsToldOnlyWhereItHadToBe() {
        Business strict =
                new Business(
                        http,
                        ada.id(),
                        ada.key(),
                        ada.number(),
                        "customerflows",
                        ",'handOff':'redeem'");
        strict.put();
        ada.written(PERSON, "'marketing'", "");
        ada.offer(PERSON);

        http.advance(Duration.ofMinutes(11));
        runTheSchedule();

        assertThat(types()).containsOnlyOnce("authorization.expired");
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aDryRunIsToldToNobody() {
        ada.written(PERSON, "'marketing'", "");

        ada.authorize(PERSON, "marketing", Business.OFFER, ",'dryRun':true");

        assertThat(types()).containsExactly("consent.granted");
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aReceiptWithoutAnAuthorizationIsToldAllTheSame() {
        TwilioPhone phone = new TwilioPhone(ada, PERSON).connected();
        Map<String, String> receipt = phone.receipt("SM77", "delivered");

        phone.post(TwilioPhone.form(receipt), phone.sign(receipt));
        phone.post(TwilioPhone.form(receipt), phone.sign(receipt));

        assertThat(types()).containsExactly("delivery.updated");
    }

    @Test
    void aFailedReceiptGivesThePlaceBack() {
        TwilioPhone phone = new TwilioPhone(ada, PERSON).connected();
        ada.written(PERSON, "'marketing'", "");
        String id = ada.offer(PERSON).at("/id");
        http.post(
                ada.key(),
                "/authorizations/" + id + "/outcome",
                "{'status':'sent','providerMessageId':'SM77'}");
        assertThat(ada.offer(PERSON).codes()).containsExactly("frequency-cap");
        Map<String, String> receipt = phone.receipt("SM77", "undelivered");

        phone.post(TwilioPhone.form(receipt), phone.sign(receipt));

        assertThat(http.get(ada.key(), "/authorizations/" + id).at("/status")).isEqualTo("failed");
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aProvidersOptOutErrorIsAnOptOut() {
        TwilioPhone phone = new TwilioPhone(ada, PERSON).connected();
        ada.written(PERSON, "'marketing'", "");
        Map<String, String> receipt = phone.receipt("SM77", "failed");
        receipt.put("ErrorCode", "21610");

        phone.post(TwilioPhone.form(receipt), phone.sign(receipt));

        assertThat(types()).containsOnlyOnce("opt-out.recorded");
        assertThat(ada.offer(PERSON).codes()).contains("opted-out");
    }
}
