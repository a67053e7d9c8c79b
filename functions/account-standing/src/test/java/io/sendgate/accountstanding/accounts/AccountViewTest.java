package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.account.AccountState;
import io.sendgate.rest.schema.Json;
import io.sendgate.standing.StandingLevel;

import org.junit.jupiter.api.Test;

class AccountViewTest {

    private static final String WHOLE =
            """
            {"businessName": "Ada Plumbing", "brands": ["Ada's"], "email": "ops@ada.example",
             "country": "US", "address": "1 Main St", "identity": {"taxId": "12-3456789"},
             "help": {"phone": "+15125550100", "url": "https://ada.example/help"},
             "policy": "customerflows", "packs": ["ctia"], "mode": "enforce", "handOff": "redeem",
             "parent": "acct_root", "industry": "home-services", "tier": "scale",
             "emergencyServiceProvider": true,
             "senders": [{"id": "+18885550123", "channel": "sms", "type": "toll-free"}],
             "templates": [{"name": "spring", "category": "marketing", "status": "approved",
                            "language": "en_US"}],
             "attestations": [
               {"name": "policy-accepted", "by": "ada", "at": "2026-11-01T12:00:00Z"}],
             "licences": [{"kind": "plumbing", "number": "7", "validUntil": "2028-12-31"}],
             "chatbot": {"name": "Bot", "disclosure": "I am automated"},
             "messagesPerMinute": 600, "expectationWindow": "PT720H"}\
            """;

    @Test
    void aWholeDocumentIsShownAsItWasPut() {
        ObjectNode shown = (ObjectNode) shown(WHOLE);

        assertThat(shown.remove("id").textValue()).isEqualTo("acct_ada");
        assertThat(shown.remove("standing").textValue()).isEqualTo("active");
        assertThat(Bench.profile(shown.toString())).isEqualTo(Bench.profile(WHOLE));
    }

    @Test
    void whatWasLeftOutIsNullAndNeverMissing() {
        JsonNode shown = shown(Bench.PLAIN);

        assertThat(shown.path("packs").isNull()).isTrue();
        assertThat(shown.path("parent").isNull()).isTrue();
        assertThat(shown.path("senders")).isEmpty();
        assertThat(shown.path("handOff").textValue()).isEqualTo("direct");
        assertThat(shown.path("country").textValue()).isEqualTo("US");
    }

    private static JsonNode shown(String document) {
        AccountState state = AccountState.opened(Bench.ADA, Bench.profile(document));
        return Json.tree(AccountView.of(state, StandingLevel.ACTIVE));
    }
}
