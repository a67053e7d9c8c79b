package io.sendgate.local.http;

import java.util.List;
import java.util.Map;

/// A way in that takes a JSON body, with one that it takes.
///
/// @param key whose key it asks for; empty for nobody's
/// @param body what it takes; `'` stands for `"`
/// @param limit how many bytes a body may have
record Route(String method, String path, String key, String body, int limit) {

    private static final int USUAL = 256 << 10;
    private static final int BATCH = 1 << 20;

    /// Every way in that takes JSON.
    ///
    /// @param person whom bodies are about
    /// @param allow the id of an allow
    /// @param form the id of a form
    static List<Route> all(Business business, String person, String allow, String form) {
        String key = business.key();
        String account = "/accounts/" + business.id();
        String consent = Business.writtenConsent(person, "'transactional'", "");
        String optOut =
                "{'recipient':'%s','channel':'sms','scope':'marketing','via':'email'}"
                        .formatted(person);
        String send = business.request(person, "invoice", Business.VISIT, ",'dryRun':true");
        String recipient = "/recipients/" + Http.path(person);
        return List.of(
                new Route("POST", "/consents", key, consent, USUAL),
                new Route("POST", "/consents/batch", key, "{'consents':[" + consent + "]}", BATCH),
                new Route("POST", "/opt-outs", key, optOut, USUAL),
                new Route("POST", "/opt-outs/batch", key, "{'optOuts':[" + optOut + "]}", BATCH),
                new Route("PUT", "/forms/offers", key, formOf(), USUAL),
                new Route("POST", "/forms/" + form, "", posted(person), USUAL),
                new Route("PUT", recipient, key, "{'timezone':'America/Chicago'}", USUAL),
                new Route(
                        "PUT",
                        recipient + "/references/bk_1",
                        key,
                        "{'kind':'booking','status':'open'}",
                        USUAL),
                new Route("POST", "/authorizations", key, send, USUAL),
                new Route(
                        "POST", "/authorizations/batch", key, "{'requests':[" + send + "]}", BATCH),
                new Route(
                        "POST",
                        "/authorizations/" + allow + "/outcome",
                        key,
                        "{'status':'sent'}",
                        USUAL),
                new Route(
                        "POST",
                        "/broadcasts/estimate",
                        key,
                        "{'recipients':10,'messagesPerMinute':60}",
                        USUAL),
                new Route("PUT", "/end-users/user_1", key, "{'state':'active'}", USUAL),
                new Route("PUT", account, Http.OPERATOR, Businesses.document(business), USUAL),
                new Route(
                        "PUT",
                        account + "/webhooks/plivo",
                        Http.OPERATOR,
                        "{'publicUrl':'https://ada.example','secrets':['a token']}",
                        USUAL),
                new Route("PUT", "/local/clock", Http.OPERATOR, "{'advance':'PT0S'}", USUAL));
    }

    private static String formOf() {
        return """
        {'channel':'sms','purposes':['marketing'],
         'disclosure':'Ada Plumbing may send you text messages (SMS)'}
        """;
    }

    private static String posted(String person) {
        return "{'phone':'%s','agree':true}".formatted(person);
    }

    /// The body as JSON.
    String json() {
        return body.strip().replace('\'', '"');
    }

    /// The body with one more member at its beginning.
    String with(String member) {
        return "{" + member.replace('\'', '"') + "," + json().substring(1);
    }

    /// Sends a body this way.
    Http.Answer send(Http http, byte[] bytes, Map<String, String> headers) {
        return http.bytes(method, path, key, bytes, headers);
    }

    /// Sends a body under another key.
    Http.Answer under(Http http, String other) {
        return http.send(method, path, other, json(), Map.of());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
