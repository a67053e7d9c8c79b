package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Brings about what a case takes as given, by requests that anybody may make.
///
/// @param http the suite
/// @param story the case
/// @param account the case's account
/// @param person the case's recipient: a number of its own
record CaseWorld(Http http, CaseStory story, CaseAccounts.Open account, String person) {

    private static final Map<String, String> AREA_CODES =
            Map.of(
                    "America/New_York", "212",
                    "America/Chicago", "312",
                    "America/Denver", "303",
                    "America/Los_Angeles", "213",
                    "America/Toronto", "416",
                    "America/Detroit", "313");
    private static final String LONG_AGO = "2026-01-01T00:00:00Z";

    /// Why no request brings the case's world about; empty where requests do.
    static Optional<String> unreachable(CaseStory story) {
        if (story.told().at("/given").has("sendsClosed")) {
            return Optional.of("sends are closed by a restore only");
        }
        if (story.told().at("/given").has("notes")) {
            return Optional.of("notes are refused where they are written down");
        }
        if (story.recipient().path("zones").size() > 1
                || story.recipient().path("regions").size() > 1) {
            return Optional.of("a number of several places is the atlas's to know");
        }
        return Stream.concat(
                        story.recipients("consents").stream(), story.recipients("grants").stream())
                .map(CaseWorld::unreachable)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unreachable(JsonNode thing) {
        return Stream.of("until", "proven", "status", "account")
                .filter(thing::has)
                .findFirst()
                .map("nobody says the %s of what was recorded"::formatted);
    }

    /// A number that suggests the case's time zone, or its country.
    static String person(CaseStory story, int number) {
        String country = story.recipient().path("country").asText();
        String zone = story.recipient().path("zones").path(0).asText("America/Chicago");
        return switch (country) {
            case "GB" -> "+4474%08d".formatted(10_000_000 + number);
            case "IT" -> "+39347%07d".formatted(1_000_000 + number);
            default -> "+1%s555%04d".formatted(AREA_CODES.getOrDefault(zone, "312"), number);
        };
    }

    /// Makes it so.
    void bringAbout() {
        facts();
        story.recipients("refusedSources").forEach(this::refusedCapture);
        story.recipients("consents").forEach(this::consent);
        story.recipients("pending").forEach(this::pending);
        story.recipients("references").forEach(this::reference);
        if (story.recipient().path("blocked").asBoolean()) {
            account.act("block", ",'recipient':'%s','across':'account'".formatted(person));
        }
        happened().forEach(Event::happen);
    }

    /// What happened on its day, and how.
    private record Event(Instant at, Runnable act, Http http) {

        void happen() {
            http.clock(at);
            act.run();
        }
    }

    private List<Event> happened() {
        Stream<Event> said =
                story.recipients("inbound").stream()
                        .map(it -> event(it.path("at"), () -> says(it, "Hello there")));
        Stream<Event> ended =
                story.recipients("optOuts").stream()
                        .map(it -> event(it.path("at"), () -> optOut(it)));
        Stream<Event> began =
                Stream.of(story.recipient().path("optedInAt"))
                        .filter(JsonNode::isTextual)
                        .map(at -> event(at, () -> says(story.request(), "START")));
        Stream<Event> sent =
                story.recipients("grants").stream().map(it -> event(it.path("at"), () -> sent(it)));
        return Stream.of(said, ended, began, sent)
                .flatMap(events -> events)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    private Event event(JsonNode at, Runnable act) {
        return new Event(Instant.parse(at.asText()), act, http);
    }

    private void facts() {
        ObjectNode facts = story.request().removeAll();
        JsonNode known = story.recipient();
        known.path("zones").forEach(zone -> facts.set("timezone", zone));
        known.path("regions").forEach(region -> facts.set("region", region));
        facts.set("country", known.path("country"));
        if (known.has("relationship")) {
            ObjectNode relationship = facts.putObject("relationship");
            relationship.put("reference", "cust_1").put("since", "2026-01-01");
            known.path("relationship")
                    .fields()
                    .forEachRemaining(it -> relationship.set(it.getKey(), it.getValue()));
        }
        done(send("PUT", "/recipients/" + Http.path(person), facts));
    }

    private void refusedCapture(JsonNode source) {
        Http.Answer answer = capture(story.request(), "verbal", source.asText(), "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    }

    private void consent(JsonNode consent) {
        String source = consent.path("source").asText("own-customer");
        Http.Answer answer = capture(consent, method(consent), source, "");
        assertThat(answer.status()).as(answer.text()).isIn(201, 422);
    }

    private void pending(JsonNode consent) {
        http.clock(Instant.parse(consent.path("until").asText()).minusSeconds(24 * 3600L));
        done(capture(consent, method(consent), "own-customer", ",'doubleOptIn':true"));
    }

    private static String method(JsonNode consent) {
        return consent.path("method")
                .asText(
                        switch (consent.path("tier").asText()) {
                            case "express-written" -> "web-form";
                            case "express" -> "verbal";
                            default -> "import";
                        });
    }

    private Http.Answer capture(JsonNode consent, String method, String source, String more) {
        String purposes =
                consent.has("purposes") ? consent.path("purposes").toString() : "['marketing']";
        String cadence =
                consent.has("maxPerWeek") ? ",'maxPerWeek':" + consent.path("maxPerWeek") : "";
        String disclosure =
                method.equals("web-form")
                        ? """
                        ,'disclosure':{'preTicked':false,'conditionOfPurchase':false,
                         'text':'%s may send you text messages (SMS) and WhatsApp messages'}
                        """
                                .formatted(account.name())
                        : "";
        return http.post(
                account.key(),
                "/consents",
                """
                {'recipient':'%s','channel':'%s','purposes':%s,'method':'%s','source':'%s',
                 'evidence':{'ip':'203.0.113.9','userAgent':'Browser/1.0','capturedAt':'%s'}%s%s%s}
                """
                        .formatted(
                                person,
                                story.channel(consent),
                                purposes,
                                method,
                                source,
                                consent.path("at").asText(LONG_AGO),
                                disclosure,
                                cadence,
                                more));
    }

    private void reference(JsonNode reference) {
        done(
                http.put(
                        account.key(),
                        "/recipients/%s/references/%s"
                                .formatted(Http.path(person), reference.path("ref").asText()),
                        "{'kind':'%s','status':'%s'}"
                                .formatted(
                                        reference.path("kind").asText(),
                                        reference.path("status").asText())));
    }

    private void says(JsonNode it, String text) {
        done(account.hears(person, story.channel(it), text));
    }

    private void optOut(JsonNode it) {
        String channel = it.path("channel").asText("all");
        done(
                http.post(
                        account.key(),
                        "/opt-outs",
                        "{'recipient':'%s','scope':'%s','via':'phone-call'%s}"
                                .formatted(
                                        person,
                                        it.path("scope").asText(),
                                        channel.equals("all")
                                                ? ""
                                                : ",'channel':'" + channel + "'")));
    }

    private void sent(JsonNode grant) {
        ObjectNode request = request();
        Stream.of("channel", "purpose", "origin", "subject", "sequence", "body")
                .filter(grant::has)
                .forEach(member -> request.set(member, grant.get(member)));
        request.remove("notAfter");
        IntStream.range(0, grant.path("times").asInt(1)).forEach(nth -> sent(request));
    }

    private void sent(ObjectNode request) {
        Http.Answer answer = send("POST", "/authorizations", request);
        assertThat(answer.at("/decision")).as(answer.text()).isEqualTo("allow");
    }

    /// The case's request, from its own sender to its own recipient.
    ObjectNode request() {
        ObjectNode request = story.request();
        String from = request.path("from").asText();
        request.put("from", account.senders().getOrDefault(from, from));
        request.put("to", request.path("valid").asBoolean(true) ? person : "+15005550006");
        request.remove("valid");
        return request;
    }

    /// What the suite answers to the case's request at its instant.
    Http.Answer ask() {
        http.clock(story.at());
        return send("POST", "/authorizations", request());
    }

    private Http.Answer send(String method, String path, JsonNode body) {
        return http.send(method, path, account.key(), body.toString(), Map.of());
    }

    private static void done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }
}
