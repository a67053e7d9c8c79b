package io.sendgate.consentreview;

import static io.sendgate.consentreview.Desk.json;
import static io.sendgate.consentreview.Desk.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.consent.Scope;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.KeepFacts;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.message.Purpose;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

class RecipientStateTest {

    private final World world = new World();
    private final Desk desk = new Desk(world);

    private JsonNode marketing() {
        return desk.get().path("channels").path("sms").path("marketing");
    }

    private JsonNode weeklyCap() {
        for (JsonNode cap : desk.get().path("caps")) {
            if (cap.path("rule").asText().equals("customerflows/weekly-cap")) {
                return cap;
            }
        }
        throw new AssertionError("the policy has a weekly cap");
    }

    @Test
    void ofAStrangerNothingIsKnown() {
        JsonNode stranger = desk.get();

        assertThat(stranger.path("number").asText()).isEqualTo(World.RECIPIENT);
        assertThat(stranger.path("channels")).isEmpty();
        assertThat(stranger.path("consents")).isEmpty();
        assertThat(stranger.path("optOuts")).isEmpty();
        assertThat(stranger.path("blocked").isNull()).isTrue();
        assertThat(stranger.path("timeZone").path("zones")).isNotEmpty();
        assertThat(world.ledger.size()).isZero();
    }

    @Test
    void aConsentIsGrantedWithItsTier() {
        world.optIn(World.ADA, Optional.empty(), false);

        assertThat(marketing().path("state").asText()).isEqualTo("granted");
        assertThat(marketing().path("tier").asText()).isEqualTo("express");
        assertThat(world.ids.locate(IdPrefix.CONS, marketing().path("consent").asText()))
                .isPresent();
        assertThat(desk.get().path("channels").path("whatsapp")).isEmpty();
        assertThat(desk.get().path("consents").path(0).path("purposes").toString())
                .isEqualTo("[\"marketing\"]");
    }

    @Test
    void aDoubleOptInIsPendingUntilItLapses() {
        world.optIn(World.ADA, Optional.empty(), true);

        assertThat(marketing().path("state").asText()).isEqualTo("pending");
        assertThat(marketing().path("until").asText()).isEqualTo("2026-11-22T15:00:00Z");
        world.at(World.MORNING.plus(Duration.ofHours(24)));
        assertThat(marketing().isMissingNode()).isTrue();
        assertThat(desk.get().path("consents")).isEmpty();
    }

    @Test
    void anOptOutShowsOnEveryPurposeItEnds() {
        world.optIn(World.ADA, Optional.empty(), false);
        world.optOut(World.ADA, Scope.MARKETING);
        JsonNode state = desk.get();

        assertThat(marketing().path("state").asText()).isEqualTo("opted-out");
        assertThat(
                        state.path("channels")
                                .path("whatsapp")
                                .path("review-request")
                                .path("state")
                                .asText())
                .isEqualTo("opted-out");
        assertThat(state.path("channels").path("sms").path("reply").isMissingNode()).isTrue();
        assertThat(state.path("channels").path("sms").path("invoice").path("fix").asText())
                .contains("payment");
        assertThat(state.path("optOuts").path(0).path("scope").asText()).isEqualTo("marketing");
    }

    @Test
    void aLaterOptInShowsThroughAnEarlierOptOut() {
        world.optOut(World.ADA, Scope.MARKETING);
        world.at(World.MORNING.plus(Duration.ofDays(1)));
        world.optIn(World.ADA, Optional.empty(), false);

        assertThat(marketing().path("state").asText()).isEqualTo("granted");
    }

    @Test
    void aConsentIsTheAccountsAndAnOptOutTheFamilys() {
        world.optIn(World.ADA, Optional.empty(), false);
        desk.asks(World.ADA_SUB);
        assertThat(desk.get().path("channels")).isEmpty();

        world.optOut(World.ADA, Scope.ALL);
        assertThat(marketing().path("state").asText()).isEqualTo("opted-out");
    }

    @Test
    void aFullCapSaysWhenItOpens() {
        world.optIn(World.ADA, Optional.empty(), false);
        assertThat(weeklyCap().path("left").asInt()).isEqualTo(1);
        assertThat(weeklyCap().has("opensAt")).isFalse();

        assertThat(world.send(World.ADA, Purpose.MARKETING)).isTrue();
        assertThat(weeklyCap().path("left").asInt()).isZero();
        assertThat(weeklyCap().path("opensAt").asText()).isEqualTo("2026-11-28T15:00:00Z");
        assertThat(weeklyCap().path("clause").path("id").asText()).isEqualTo("F4.4.1");

        world.at(World.MORNING.plus(Duration.ofDays(7)));
        assertThat(weeklyCap().path("left").asInt()).isEqualTo(1);
    }

    @Test
    void aWishForMoreMakesTheCapWider() {
        world.optIn(World.ADA, Optional.of(3), false);
        world.send(World.ADA, Purpose.MARKETING);

        assertThat(weeklyCap().path("max").asInt()).isEqualTo(3);
        assertThat(weeklyCap().path("left").asInt()).isEqualTo(2);
    }

    @Test
    void aCapIsTheFamilys() {
        world.optIn(World.ADA, Optional.empty(), false);
        world.send(World.ADA, Purpose.MARKETING);
        desk.asks(World.ADA_SUB);

        assertThat(weeklyCap().path("used").asInt()).isEqualTo(1);
    }

    @Test
    void aBlockSaysSinceWhen() {
        new KeepFacts(world.ports(), World.loop(world.ports()))
                .block(world.facts(World.ADA), new PhoneNumber(World.RECIPIENT), true, "asked");

        assertThat(desk.get().path("blocked").path("since").asText())
                .isEqualTo("2026-11-21T15:00:00Z");
    }

    @Test
    void aTagIsTurnedBackForItsOwnFamilyOnly() {
        desk.put("{\"country\": \"US\"}");
        String tag = desk.get().path("tag").asText();
        String madeUp = "0".repeat(24);

        assertThat(json(desk.recipients().get(tag))).isEqualTo(desk.get());
        assertThat(json(desk.asks(World.ADA_SUB).recipients().get(tag)).path("number").asText())
                .isEqualTo(World.RECIPIENT);
        RecipientResource bobs = desk.asks(World.BOB).recipients();
        assertThat(refusal(() -> bobs.get(tag)).problem().status()).isEqualTo(404);
        assertThat(refusal(() -> bobs.get(tag)).problem().toBytes())
                .isEqualTo(refusal(() -> bobs.get(madeUp)).problem().toBytes());
    }
}
