package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Person;
import io.sendgate.contact.Term;
import io.sendgate.gate.InboundMessage;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Vonage's Messages API: one event in JSON, with a token whose claim covers the body.
///
/// Vonage says that in rare cases it calls without a token, and repeats the call when told to.
public final class Vonage implements Provider {

    private static final String NAME = "vonage";
    private static final String SCHEME = "bearer ";
    private static final String ISSUER = "Vonage";
    private static final List<String> ALGORITHMS = List.of("HS256");

    private static final Part SENDER = new Part("from", "sender");
    private static final Part RECIPIENT = new Part("to", "recipient");

    private static final Receipts RECEIPTS =
            new Receipts(
                    NAME, Set.of("rejected", "undeliverable", "failed"), Set.of("9", "131050"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        Optional<String> authorization = request.header("authorization");
        if (authorization.isEmpty()) {
            return new Verdict.Unsigned();
        }
        return Verdict.of(
                authorization
                        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                        .flatMap(value -> Jwt.parse(value.substring(SCHEME.length()).strip()))
                        .filter(token -> token.isSigned(settings.secrets(), ALGORITHMS))
                        .filter(token -> isMeant(token, request))
                        .isPresent());
    }

    /// A token alone proves nothing: it must be of this body, and of now.
    private static boolean isMeant(Jwt token, RawRequest request) {
        boolean fresh =
                token.claims()
                        .unixSeconds("iat")
                        .filter(time -> Freshness.isFresh(time, request.receivedAt()))
                        .isPresent();
        return fresh
                && token.claims().text("iss").filter(ISSUER::equals).isPresent()
                && token.hashes("payload_hash", request.body());
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Members event = Members.object(request.body());
        String id = Texts.id(event.required("message_uuid"));
        Optional<Channel> channel =
                event.text("channel").flatMap(word -> Term.parse(Channel.class, word));
        if (channel.isEmpty()) {
            return List.of(Heard.Ignored.OTHER_CHANNEL);
        }
        Optional<String> status = event.text("status");
        Named named = named(event, status.isPresent() ? RECIPIENT : SENDER, numbers);
        Heard heard =
                status.isPresent()
                        ? receipt(id, status.get(), named.person(), event, request)
                        : message(id, channel.get(), named.person(), event, numbers);
        return named.before(heard).toList();
    }

    private static Named named(Members event, Part part, Numbering numbers) {
        return Named.of(
                event.text(part.number()).flatMap(numbers::international),
                event.at("whatsapp", part.id()).text("user_id"));
    }

    /// Where an event names one of its two ends.
    private record Part(String number, String id) {}

    private static Heard message(
            String id, Channel channel, Optional<Person> from, Members event, Numbering numbers) {
        if (from.isEmpty()) {
            return Heard.Ignored.NO_NUMBER;
        }
        Optional<Intent> none = Optional.empty();
        return new Heard.Message(
                new InboundMessage(
                        NAME,
                        id,
                        from.get(),
                        Texts.sender(numbers.sender(event.text("to").orElse(""), channel)),
                        channel,
                        text(event).map(Texts::message),
                        event.time("timestamp"),
                        none,
                        false,
                        false));
    }

    private static Optional<String> text(Members event) {
        return event.text("text")
                .or(() -> event.at("button").text("text"))
                .or(() -> event.at("reply").text("title"));
    }

    private static Heard receipt(
            String id, String status, Optional<Person> person, Members event, RawRequest request) {
        Members error = event.at("error");
        Optional<String> code =
                error.text("title").or(() -> error.text("type").map(Vonage::afterHash));
        return person.<Heard>map(
                        to ->
                                RECEIPTS.read(
                                        id,
                                        to,
                                        status,
                                        code,
                                        event.text("client_ref")
                                                .or(() -> Receipts.authorization(request))))
                .orElse(Heard.Ignored.NO_NUMBER);
    }

    private static String afterHash(String type) {
        return type.substring(type.lastIndexOf('#') + 1);
    }
}
