package io.sendgate.consentreview;

import static io.sendgate.consentreview.Desk.json;
import static io.sendgate.consentreview.Desk.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.rest.problem.Problem;

import org.junit.jupiter.api.Test;

class FactsTest {

    private static final String CHICAGO = "{\"timezone\": \"America/Chicago\"}";

    private final World world = new World();
    private final Desk desk = new Desk(world);

    @Test
    void factsAreAnsweredAsTheyWerePut() {
        JsonNode put =
                desk.put(
                        """
                        {"timezone": "America/Denver", "country": "US", "region": "CO",
                         "postalCode": "80202",
                         "relationship": {"type": "customer", "reference": "cust_1",
                                          "since": "2026-01-14"}}
                        """);

        assertThat(put.path("facts").path("timezone").asText()).isEqualTo("America/Denver");
        assertThat(put.path("facts").path("relationship").path("since").asText())
                .isEqualTo("2026-01-14");
        assertThat(desk.get()).isEqualTo(put);
    }

    @Test
    void aRelationshipThatSaysWhatMayNotBeKeptIsRefusedWithItsClause() {
        Problem problem =
                refusal(
                                () ->
                                        desk.put(
                                                """
                                                {"relationship": {"type": "customer",
                                                  "reference": "SSN 123-45-6789"}}
                                                """))
                        .problem();

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.toJson().at("/reasons/0/code").asText()).isEqualTo("sensitive-data");
        assertThat(problem.toJson().toString()).doesNotContain("123-45");
        assertThat(desk.get().at("/facts/relationship").isNull()).isTrue();
    }

    @Test
    void whatIsLeftOutIsNoLongerOnRecord() {
        desk.put("{\"timezone\": \"America/Chicago\", \"relationship\": {\"type\": \"lead\"}}");
        JsonNode put = desk.put("{\"country\": \"US\"}");

        assertThat(put.path("facts").path("timezone").isNull()).isTrue();
        assertThat(put.path("facts").path("relationship").isNull()).isTrue();
    }

    @Test
    void aTimeZoneThatIsNoneIsAFaultOfTheBody() {
        assertThat(
                        refusal(() -> desk.put("{\"timezone\": \"Mars/Olympus\"}"))
                                .problem()
                                .errors()
                                .getFirst()
                                .pointer())
                .isEqualTo("/timezone");
    }

    @Test
    void aTimeZoneOnRecordIsTheOnlyEvidence() {
        assertThat(desk.get().path("timeZone").path("evidence").asText()).isEqualTo("area-code");
        JsonNode zone = desk.put("{\"timezone\": \"America/Denver\"}").path("timeZone");

        assertThat(zone.path("evidence").asText()).isEqualTo("time-zone-on-record");
        assertThat(zone.path("zones").toString()).isEqualTo("[\"America/Denver\"]");
    }

    @Test
    void aNumberCanBeNamedAsItIsWritten() {
        desk.put(CHICAGO);
        RecipientResource recipients = desk.recipients();

        assertThat(json(recipients.get("(214) 555-1234"))).isEqualTo(desk.get());
        assertThat(refusal(() -> recipients.get("nobody")).problem().status()).isEqualTo(400);
    }

    @Test
    void aReferenceIsPutOnRecordAndClosed() {
        RecipientResource recipients = desk.recipients();
        desk.body("{\"kind\": \"booking\", \"status\": \"open\"}");
        recipients.putReference(World.RECIPIENT, "bk_1");
        desk.body("{\"kind\": \"booking\", \"status\": \"completed\"}");
        JsonNode answer = json(recipients.putReference(World.RECIPIENT, "bk_1"));

        assertThat(answer.path("status").asText()).isEqualTo("completed");
        assertThat(desk.get().path("references")).hasSize(1);
        assertThat(desk.get().path("references").path(0).path("status").asText())
                .isEqualTo("completed");
    }

    @Test
    void theFiftyFirstOpenReferenceFindsNoRoom() {
        RecipientResource recipients =
                desk.body("{\"kind\": \"booking\", \"status\": \"open\"}").recipients();
        for (int i = 1; i <= 50; i++) {
            recipients.putReference(World.RECIPIENT, "bk_" + i);
        }

        assertThat(
                        refusal(() -> recipients.putReference(World.RECIPIENT, "bk_51"))
                                .problem()
                                .status())
                .isEqualTo(422);
        assertThat(recipients.putReference(World.RECIPIENT, "bk_50").getStatus()).isEqualTo(200);
    }

    @Test
    void aReferencesNameIsBounded() {
        RecipientResource recipients =
                desk.body("{\"kind\": \"booking\", \"status\": \"open\"}").recipients();

        assertThat(
                        refusal(() -> recipients.putReference(World.RECIPIENT, "b".repeat(65)))
                                .problem()
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aReferenceIsTheAccountsOwn() {
        desk.body("{\"kind\": \"booking\", \"status\": \"open\"}")
                .recipients()
                .putReference(World.RECIPIENT, "bk_1");

        assertThat(desk.asks(World.ADA_SUB).get().path("references")).isEmpty();
    }

    @Test
    void withTheStoreDownNothingIsAcknowledged() {
        RecipientLedger down = mock(RecipientLedger.class);
        when(down.newest(any())).thenThrow(new FactsUnavailable("down"));
        Desk dark = new Desk(world, world.ports(down));

        assertThatThrownBy(() -> dark.put(CHICAGO)).isInstanceOf(FactsUnavailable.class);
        assertThatThrownBy(dark::get).isInstanceOf(FactsUnavailable.class);
        verify(down, never()).append(any());
    }
}
