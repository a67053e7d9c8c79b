package io.sendgate.local.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A telephone behind Twilio: what a person texts arrives at an account as Twilio would post it.
///
/// The signer is written from the description of the scheme alone: the URL, then each parameter's
/// name and value in the order of the names, HMAC-SHA1 under the auth token, Base64.
///
/// @param business whose webhook it is
/// @param number whose telephone it is
record TwilioPhone(Business business, String number) {

    private static final String TOKEN = "2b1c5e9e0a7d4f3b8c6d5e4f3a2b1c0d";
    private static final String HOST = "https://hooks.ada-plumbing.example";

    /// Says how the account's webhooks are believed.
    TwilioPhone connected() {
        business.http()
                .put(
                        Http.OPERATOR,
                        "/accounts/" + business.id() + "/webhooks/twilio",
                        "{'publicUrl':'%s','secrets':['%s']}".formatted(HOST, TOKEN));
        return this;
    }

    /// Texts the account.
    ///
    /// @param sid Twilio's id of the message
    Http.Answer text(String sid, String body) {
        return text(sid, body, Map.of());
    }

    /// Texts the account, with further parameters.
    Http.Answer text(String sid, String body, Map<String, String> more) {
        Map<String, String> parameters = message(sid, body);
        parameters.putAll(more);
        return post(form(parameters), sign(parameters));
    }

    /// The parameters of a message.
    Map<String, String> message(String sid, String body) {
        return new TreeMap<>(
                Map.of(
                        "AccountSid",
                        "AC00000000000000000000000000000001",
                        "ApiVersion",
                        "2010-04-01",
                        "Body",
                        body,
                        "From",
                        number,
                        "To",
                        business.tollFree(),
                        "MessageSid",
                        sid,
                        "SmsMessageSid",
                        sid,
                        "SmsStatus",
                        "received",
                        "NumMedia",
                        "0",
                        "NumSegments",
                        "1"));
    }

    /// The parameters of a receipt for a message to this telephone.
    Map<String, String> receipt(String sid, String status) {
        return new TreeMap<>(
                Map.of(
                        "AccountSid", "AC00000000000000000000000000000001",
                        "From", business.tollFree(),
                        "To", number,
                        "MessageSid", sid,
                        "MessageStatus", status,
                        "SmsStatus", status));
    }

    /// Posts a form under a signature.
    Http.Answer post(String form, String signature) {
        return business.http()
                .send(
                        "POST",
                        path(),
                        "",
                        form,
                        Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded; charset=UTF-8",
                                "X-Twilio-Signature",
                                signature));
    }

    private String path() {
        return "/webhooks/twilio/" + business.id();
    }

    /// Parameters as a form post carries them.
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The signature that Twilio would send with these parameters.
    String sign(Map<String, String> parameters) {
        StringBuilder signed = new StringBuilder(HOST).append(path());
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
