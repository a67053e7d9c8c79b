package io.sendgate.local.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A telephone behind a provider that signs the time of what a person does.
///
/// @param business whose webhook it is
/// @param number whose telephone it is
record GenericPhone(Business business, String number) {

    private static final String SECRET = "a shared secret";

    /// Says how the account's webhooks are believed.
    GenericPhone connected() {
        business.http()
                .put(
                        Http.OPERATOR,
                        "/accounts/" + business.id() + "/webhooks/generic",
                        "{'publicUrl':'https://hooks.ada.example','secrets':['%s']}"
                                .formatted(SECRET));
        return this;
    }

    /// Texts the account.
    ///
    /// @param at when, as the provider says
    Http.Answer text(String id, String text, Instant at) {
        return post(message(id, text, ",'receivedAt':'" + at + "'"), now());
    }

    /// The body of a message.
    ///
    /// @param more further members, each with a comma before it
    String message(String id, String text, String more) {
        return "{'id':'%s','type':'message','channel':'sms','from':'%s','to':'%s','text':'%s'%s}"
                .formatted(id, number, business.tollFree(), text, more);
    }

    /// Posts a body, signed at a time.
    Http.Answer post(String json, Instant signedAt) {
        String body = json.replace('\'', '"');
        long seconds = signedAt.getEpochSecond();
        String signature = "t=" + seconds + ",v1=" + sign(seconds + "." + body);
        return business.http()
                .send(
                        "POST",
                        "/webhooks/generic/" + business.id(),
                        "",
                        body,
                        Map.of("X-Sendgate-Signature", signature));
    }

    /// What the suite's clock says.
    Instant now() {
        return Instant.parse(business.http().get(Http.OPERATOR, "/local/clock").at("/now"));
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
