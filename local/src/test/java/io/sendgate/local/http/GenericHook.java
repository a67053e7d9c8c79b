package io.sendgate.local.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A provider of no name that speaks the suite's own webhook form, signed by the suite's clock.
///
/// @param account whose webhook it calls
/// @param sender the account's number
public record GenericHook(Http http, String account, String sender) {

    private static final String SECRET = "generic-secret";

    /// Puts the settings that it needs.
    public GenericHook connected() {
        http.put(
                Http.OPERATOR,
                "/accounts/" + account + "/webhooks/generic",
                "{'publicUrl':'%s','secrets':['%s']}".formatted(http.base(), SECRET));
        return this;
    }

    /// A message from a person.
    public Http.Answer message(String id, String from, String text) {
        return message(id, from, text, now());
    }

    /// The same of an instant that is now, as the caller knows.
    public Http.Answer message(String id, String from, String text, Instant now) {
        return post(body(id, from, now, "message", ",'text':'" + text + "'"), now);
    }

    /// A complaint by a person.
    public Http.Answer complaint(String id, String from) {
        Instant now = now();
        return post(body(id, from, now, "complaint", ""), now);
    }

    private String body(String id, String from, Instant now, String type, String more) {
        return "{'id':'%s','from':'%s','to':'%s','channel':'sms','receivedAt':'%s','type':'%s'%s}"
                .formatted(id, from, sender, now, type, more)
                .replace('\'', '"');
    }

    private Instant now() {
        return Instant.parse(http.get(Http.OPERATOR, "/local/clock").at("/now"));
    }

    private Http.Answer post(String body, Instant now) {
        long seconds = now.getEpochSecond();
        String signature = "t=" + seconds + ",v1=" + hmac(seconds + "." + body);
        return http.send(
                "POST",
                "/webhooks/generic/" + account,
                "",
                body,
                Map.of("X-Sendgate-Signature", signature));
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
