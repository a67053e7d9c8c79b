package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Opt-in forms as people and their browsers meet them.
@ExtendWith(SharedSuite.class)
final class FormsIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String PERSON = "+13125550401";
    private static final String SITE = "https://www.ada-plumbing.example";
    private static final String THANKS = SITE + "/thanks";
    private static final String WORDS =
            "Ada Plumbing may send me text messages (SMS) with <offers> & news";
    private static final String TICKED = "phone=%2B13125550401&agree=yes&note=kitchen";
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final Http http;
    private final Business ada;
    private final String form;
    private final String url;

    FormsIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.ada = businesses.open("customerflows");
        Http.Answer put = define(WORDS);
        this.form = "/forms/" + put.at("/id");
        this.url = put.at("/url");
    }

    private Http.Answer define(String words) {
        return http.put(
                ada.key(),
                "/forms/offers",
                """
                {'channel':'sms','purposes':['marketing'],'disclosure':'%s',
                 'redirect':'%s','allowedOrigins':['%s']}
                """
                        .formatted(words, THANKS, SITE));
    }

    private Http.Answer post(String fields, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(FORM);
        headers.putAll(more);
        return http.send("POST", form, "", fields, headers);
    }

    private JsonNode consents() {
        return ada.recipient(PERSON).body().path("consents");
    }

    @Test
    void theHostedPageWorksWithoutAnyScript() {
        Http.Answer page = http.get("", form);

        assertThat(url).endsWith(form).startsWith("http");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.text())
                .contains("<form method=\"post\"", "name=\"phone\"", "type=\"checkbox\"")
                .contains("&lt;offers&gt; &amp; news", "Ada Plumbing", "<label for=\"agree\"")
                .doesNotContain("<script", " checked", "onclick");
    }

    @Test
    void aTickedBoxIsAWrittenConsentWithItsEvidence() {
        Http.Answer posted =
                post(TICKED, Map.of("User-Agent", "Browser/7", "Referer", SITE + "/offers"));
        String id = consents().at("/0/id").asText();
        Http.Answer evidence = http.get(ada.key(), "/consents/" + id + "/evidence");

        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.header("location")).isEqualTo(THANKS);
        assertThat(consents()).hasSize(1);
        assertThat(consents().at("/0/tier").asText()).isEqualTo("express-written");
        assertThat(evidence.text()).contains("127.0.0.1", "Browser/7", SITE + "/offers", WORDS);
        assertThat(ada.offer(PERSON).at("/decision")).isEqualTo("allow");
    }

    @Test
    void anUntickedBoxIsNoConsent() {
        Http.Answer posted = post("phone=%2B13125550401", Map.of());
        Http.Answer json = http.post("", form, "{'phone':'" + PERSON + "','agree':false}");

        assertThat(posted.status()).isEqualTo(422);
        assertThat(posted.header("content-type")).startsWith("text/html");
        assertThat(posted.text()).contains("Tick the box", "value=\"+13125550401\"");
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.at("/errors/0/pointer")).isEqualTo("/agree");
        assertThat(consents()).isEmpty();
    }

    @Test
    void aNumberThatNobodyCanReadIsAskedForAgain() {
        Http.Answer posted = post("phone=banana&agree=yes", Map.of());

        assertThat(posted.status()).isEqualTo(400);
        assertThat(posted.text()).contains("There is a problem").doesNotContain("<script");
    }

    @Test
    void theWordsOfAnOldPageAreNoConsentToNewOnes() {
        String page = http.get("", form).text();
        String shown = page.replaceAll("(?s).*name=\"shown\" value=\"([0-9a-f]+)\".*", "$1");
        define("Ada Plumbing may text me (SMS) every day");

        Http.Answer posted = post(TICKED + "&shown=" + shown, Map.of());

        assertThat(posted.status()).isEqualTo(422);
        assertThat(consents()).isEmpty();
    }

    @Test
    void theSpamTrapIsThankedAndForgotten() {
        Http.Answer posted = post(TICKED + "&website=buy-now", Map.of());

        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.header("location")).isEqualTo(THANKS);
        assertThat(consents()).isEmpty();
    }

    @Test
    void whoAsksForJsonGetsJson() {
        Http.Answer fields = post(TICKED, Map.of("Accept", "application/json"));
        Http.Answer json =
                http.send(
                        "POST",
                        form,
                        "",
                        "{\"phone\":\"" + PERSON + "\",\"agree\":true}",
                        Map.of("Accept", "application/json"));

        assertThat(fields.status()).isEqualTo(201);
        assertThat(json.status()).isEqualTo(201);
        assertThat(json.text()).doesNotContain(PERSON);
    }

    @Test
    void onlyAllowedSitesMayPostFromABrowser() {
        Map<String, String> ask = Map.of("Access-Control-Request-Method", "POST");
        Map<String, String> own = new HashMap<>(ask);
        own.put("Origin", SITE);
        Map<String, String> foreign = new HashMap<>(ask);
        foreign.put("Origin", "https://evil.example");

        Http.Answer preflight = http.send("OPTIONS", form, "", "", own);
        Http.Answer refused = http.send("OPTIONS", form, "", "", foreign);
        Http.Answer posted = post(TICKED, Map.of("Origin", SITE, "Accept", "application/json"));
        Http.Answer intruder = post(TICKED, Map.of("Origin", "https://evil.example"));

        assertThat(preflight.header("access-control-allow-origin")).isEqualTo(SITE);
        assertThat(preflight.header("access-control-allow-methods")).contains("POST");
        assertThat(refused.header("access-control-allow-origin")).isEmpty();
        assertThat(posted.status()).isEqualTo(201);
        assertThat(posted.header("access-control-allow-origin")).isEqualTo(SITE);
        assertThat(posted.header("access-control-allow-credentials")).isEmpty();
        assertThat(intruder.status()).isEqualTo(403);
        assertThat(intruder.header("access-control-allow-origin")).isEmpty();
        assertThat(consents()).hasSize(1);
    }

    @Test
    void aFormOnWhichNobodyCouldConsentIsRefused() {
        Http.Answer nameless = define("You agree to get text messages");

        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body().path("reasons")).isNotEmpty();
        assertThat(http.get("", form).text()).contains("&lt;offers&gt;");
    }

    @Test
    void aFormThatIsNotThereIsNotFound() {
        Http.Answer unknown = http.get("", "/forms/form_01K00000000000000000000000");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("content-type")).startsWith("application/problem+json");
    }
}
