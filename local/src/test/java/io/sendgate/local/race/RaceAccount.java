package io.sendgate.local.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.local.http.GenericHook;
import io.sendgate.local.http.Http;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// An account under CustomerFlows with as many keys as one may have, so that no rate limit is in
/// the way.
final class RaceAccount {

    static final String SENDER = "+18885550177";

    /// How much is proven: 1 in every build, 10 for the full proof.
    static final int FACTOR = Integer.getInteger("proof.factor", 1);

    private final Http http;
    private final GenericHook hook;
    private final List<String> keys;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger people = new AtomicInteger();

    /// How many rounds: half as many as `unit` in every build, `unit` times the factor beyond.
    static int rounds(int unit) {
        return FACTOR == 1 ? unit / 2 : unit * FACTOR;
    }

    RaceAccount(Http http, String id) {
        this.http = http;
        http.put(
                Http.OPERATOR,
                "/accounts/" + id,
                """
                {'businessName':'Ada Plumbing','policy':'customerflows','packs':[],'mode':'enforce',
                 'handOff':'redeem','tier':'scale',
                 'senders':[{'id':'%s','channel':'sms','type':'toll-free'}],
                 'attestations':[{'name':'policy-accepted','by':'ada','at':'2026-01-01T00:00:00Z'}]}
                """
                        .formatted(SENDER));
        hook = new GenericHook(http, id, SENDER).connected();
        keys =
                IntStream.range(0, 20)
                        .mapToObj(i -> http.post(Http.OPERATOR, "/accounts/" + id + "/keys", ""))
                        .map(answer -> answer.at("/key"))
                        .toList();
    }

    String key() {
        return keys.get(Math.floorMod(turn.getAndIncrement(), keys.size()));
    }

    /// Somebody new who has asked for so many messages a week.
    String somebody(int maxPerWeek) {
        String number = "+1312555%04d".formatted(people.incrementAndGet());
        consent(number, maxPerWeek);
        return number;
    }

    Http.Answer consent(String number, int maxPerWeek) {
        Http.Answer answer =
                http.post(
                        key(),
                        "/consents",
                        """
                        {'recipient':'%s','channel':'sms','purposes':['marketing'],'method':'web-form',
                         'source':'own-customer','maxPerWeek':%d,
                         'disclosure':{'text':'Ada Plumbing may send you text messages'},
                         'evidence':{'ip':'203.0.113.9','capturedAt':'%s'}}
                        """
                                .formatted(
                                        number,
                                        maxPerWeek,
                                        http.get(Http.OPERATOR, "/local/clock").at("/now")));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    Http.Answer ask(String number) {
        return http.post(key(), "/authorizations", offer(number));
    }

    Http.Answer ask(String number, String idempotencyKey) {
        return http.post(keys.getFirst(), "/authorizations", offer(number), idempotencyKey);
    }

    private static String offer(String number) {
        return """
        {'channel':'sms','from':'%s','to':'%s','purpose':'marketing',
         'body':'Ada Plumbing: 20%% off drains. Reply STOP to unsubscribe'}
        """
                .formatted(SENDER, number);
    }

    Http.Answer redeem(String authorization) {
        return http.post(key(), "/authorizations/" + authorization + "/redeem", "");
    }

    Http.Answer hear(String number, String messageId, String text) {
        return hook.message(messageId, number, text);
    }

    /// Hears a message that is of now.
    Http.Answer hear(String number, String messageId, String text, Instant now) {
        return hook.message(messageId, number, text, now);
    }
}
