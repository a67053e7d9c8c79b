package io.sendgate.local.http;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/// An account as its owner uses it: with its key, its senders and people to write to.
///
/// @param number what makes its id, its senders and its recipients its own
/// @param more further members of its document
record Business(Http http, String id, String key, int number, String policy, String more) {

    /// A marketing text with everything a policy asks for.
    static final String OFFER =
            "Ada Plumbing: 20% off drain cleaning this week. Reply STOP to unsubscribe";

    /// A text about an appointment.
    static final String VISIT = "Ada Plumbing: we will be with you tomorrow at ten.";

    private static final String AGREED = "2026-01-05T10:00:00Z";

    /// Its toll-free sender.
    String tollFree() {
        return "+1888555%04d".formatted(number);
    }

    /// Its ten-digit sender.
    String longCode() {
        return "+1737555%04d".formatted(number);
    }

    /// Its WhatsApp sender.
    String whatsapp() {
        return "+1786555%04d".formatted(number);
    }

    /// A person in Chicago: the area code has one time zone.
    String person(int which) {
        return "+13125%02d%04d".formatted(10 + which, number);
    }

    /// Puts its document.
    Http.Answer put() {
        return http.put(Http.OPERATOR, "/accounts/" + id, Businesses.document(this));
    }

    /// Asks whether a text message may go from its toll-free sender.
    ///
    /// @param more further members of the request, each with a comma before it
    Http.Answer authorize(String to, String purpose, String body, String more) {
        return http.post(key, "/authorizations", request(to, purpose, body, more));
    }

    /// As above, without more.
    Http.Answer authorize(String to, String purpose, String body) {
        return authorize(to, purpose, body, "");
    }

    /// Asks for an offer.
    Http.Answer offer(String to) {
        return authorize(to, "marketing", OFFER);
    }

    /// The request that [#authorize] posts.
    String request(String to, String purpose, String body, String more) {
        return "{'channel':'sms','from':'%s','to':'%s','purpose':'%s','body':'%s'%s}"
                .formatted(tollFree(), to, purpose, body, more);
    }

    /// Records a written consent to text messages.
    ///
    /// @param purposes JSON texts with commas between them
    Http.Answer written(String to, String purposes, String more) {
        return http.post(key, "/consents", writtenConsent(to, purposes, more));
    }

    /// The capture that [#written] posts.
    static String writtenConsent(String to, String purposes, String more) {
        return """
        {'recipient':'%s','channel':'sms','purposes':[%s],'method':'web-form',
         'source':'own-customer','language':'en',
         'disclosure':{'text':'Ada Plumbing may send you text messages (SMS) about its offers',
                       'url':'https://ada-plumbing.example/offers','preTicked':false,
                       'conditionOfPurchase':false},
         'evidence':{'ip':'203.0.113.9','userAgent':'Browser/1.0','capturedAt':'%s'}%s}
        """
                .formatted(to, purposes, AGREED, more);
    }

    /// Records a consent that was given by word of mouth.
    Http.Answer verbal(String to, String purposes) {
        return http.post(
                key,
                "/consents",
                """
                {'recipient':'%s','channel':'sms','purposes':[%s],'method':'verbal',
                 'source':'own-customer','evidence':{'capturedAt':'%s'}}
                """
                        .formatted(to, purposes, AGREED));
    }

    /// Records that a person wants nothing more.
    Http.Answer optOut(String to, String scope) {
        return http.post(
                key,
                "/opt-outs",
                "{'recipient':'%s','scope':'%s','via':'phone-call'}".formatted(to, scope));
    }

    /// Puts a reference on a person's record.
    Http.Answer reference(String to, String name, String kind, String status) {
        return http.put(
                key,
                "/recipients/" + Http.path(to) + "/references/" + name,
                "{'kind':'%s','status':'%s'}".formatted(kind, status));
    }

    /// A person as the account knows them.
    Http.Answer recipient(String to) {
        return http.get(key, "/recipients/" + Http.path(to));
    }

    /// What has been published about it, of one type.
    List<JsonNode> events(String type) {
        String query = "?account=" + id + "&type=" + type;
        return http.get(Http.OPERATOR, "/local/events" + query).items();
    }

    /// Any request under its key.
    Http.Answer send(String method, String path, String body, Map<String, String> headers) {
        return http.send(method, path, key, body.replace('\'', '"'), headers);
    }
}
