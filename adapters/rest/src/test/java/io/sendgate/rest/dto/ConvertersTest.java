package io.sendgate.rest.dto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.HandOff;
import io.sendgate.account.Sender;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Source;
import io.sendgate.contact.Channel;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.Violation;
import io.sendgate.rest.schema.Bodies;
import io.sendgate.rest.schema.Schemas;
import io.sendgate.wire.phone.PhoneNumbers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Bodies become the words of the core.
class ConvertersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final NumberReader READER =
            (text, country) ->
                    switch (PhoneNumbers.parse(text, Optional.of(country))) {
                        case PhoneNumbers.Parsed read ->
                                Optional.of(new NumberReader.Reading(read.number(), read.valid()));
                        case PhoneNumbers.Unparseable none -> Optional.empty();
                    };
    private static final Numbers NUMBERS = new Numbers(READER, "US");

    private final Bodies bodies = new Bodies(Schemas.load());

    private <T> T read(String schema, Class<T> type, String json) {
        return bodies.read(
                        json.getBytes(StandardCharsets.UTF_8),
                        Optional.of("application/json"),
                        schema,
                        type)
                .value();
    }

    private SendRequest send(String from, String to) {
        return read(
                        "authorization-request",
                        AuthorizationRequestDto.class,
                        """
                        {"channel":"sms","from":"%s","to":"%s","purpose":"job-status","body":"Hi",
                         "media":[{"contentType":"Image/JPEG","sha256":"%s",
                           "labels":[{"name":"x","confidence":0.5}]}]}\
                        """
                                .formatted(from, to, "AB".repeat(32)))
                .toSendRequest(NUMBERS);
    }

    @Test
    void aRequestTakesItsDefaults() {
        SendRequest request = send("+18885550123", "(650) 555-1234");

        assertThat(request.to().e164()).isEqualTo("+16505551234");
        assertThat(request.origin()).isEqualTo(Origin.API);
        assertThat(request.purpose()).isEqualTo(Purpose.JOB_STATUS);
        assertThat(request.media().getFirst().contentType()).isEqualTo("image/jpeg");
        assertThat(request.media().getFirst().sha256()).contains("ab".repeat(32));
        assertThat(request.notAfter()).isEmpty();
    }

    @Test
    void aNumberThatCannotBeReadIsNamedAndOneThatCannotExistIsNot() {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> send("Ada", "not a number"));

        assertThat(thrown.problem().status()).isEqualTo(400);
        assertThat(thrown.problem().errors()).extracting(Violation::pointer).containsExactly("/to");
        assertThat(send("Ada", "+1 000 555 1234").valid()).isFalse();
        assertThat(send("Ada", "+16505551234").valid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "(888) 555-0123, +18885550123",
        "+1 888 555 0123, +18885550123",
        "12345, 12345",
        "AdaPlumb, AdaPlumb",
        "+15555550123, +15555550123",
    })
    void aSenderHasOneForm(String from, String kept) {
        assertThat(send(from, "+16505551234").from()).isEqualTo(kept);
    }

    @Test
    void anAccountsSendersHaveTheSameFormAsARequests() {
        AccountProfile profile =
                read(
                                "account",
                                AccountDto.class,
                                """
                                {"businessName":"Ada","policy":"customerflows","packs":[],
                                 "help":{"phone":"(512) 555-0100"},
                                 "senders":[{"id":"(888) 555-0123","channel":"sms",
                                      "type":"toll-free"},
                                            {"id":"12345","channel":"sms","type":"short-code"}]}\
                                """)
                        .toProfile(READER);

        assertThat(profile.senders())
                .extracting(Sender::id)
                .containsExactly(send("888 555 0123", "+16505551234").from(), "12345");
        assertThat(profile.help().phone()).contains("+15125550100");
        assertThat(profile.country()).isEqualTo("US");
        assertThat(profile.packs()).hasValueSatisfying(packs -> assertThat(packs).isEmpty());
        assertThat(profile.handOff()).isEqualTo(HandOff.DIRECT);
        assertThat(profile.mode()).isEmpty();
    }

    private Capture capture(String capturedAt) {
        return read(
                        "consent-capture",
                        ConsentCaptureDto.class,
                        """
                        {"recipient":"+16505551234","channel":"whatsapp",
                          "purposes":["marketing","invoice","marketing"],
                         "method":"web-form","evidence":{"ip":"203.0.113.9","capturedAt":"%s"},
                         "disclosure":{"text":"By ticking","preTicked":null}}\
                        """
                                .formatted(capturedAt))
                .toCapture(NUMBERS, NOW);
    }

    @Test
    void aCaptureTakesItsDefaults() {
        Capture capture = capture("2026-11-22T18:00:00Z");

        assertThat(capture.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(capture.purposes())
                .containsExactly(
                        new Coverage.OfClass(MessageClass.MARKETING),
                        new Coverage.OfPurpose(Purpose.INVOICE));
        assertThat(capture.source()).isEqualTo(Source.OWN_CUSTOMER);
        assertThat(capture.disclosure().preTicked()).isFalse();
        assertThat(capture.evidence().capturedAt()).contains(NOW);
    }

    @Test
    void nobodyAgreesInTheFuture() {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class, () -> capture("2026-11-22T18:00:00.001Z"));

        assertThat(thrown.problem().errors())
                .extracting(Violation::pointer)
                .containsExactly("/evidence/capturedAt");
    }

    @Test
    void anOptOutIsNeverRefusedForItsTime() {
        OptOutDto dto =
                read(
                        "opt-out",
                        OptOutDto.class,
                        """
                        {"recipient":"+16505551234","scope":"all","via":"phone-call",
                         "at":"2027-01-01T00:00:00Z"}\
                        """);

        assertThat(dto.effectiveAt(NOW)).isEqualTo(NOW);
        assertThat(dto.isTimed()).isTrue();
    }

    @Test
    void whatAnAppealLacksIsNamed() {
        AppealDto dto =
                read("appeal", AppealDto.class, "{\"action\":\"act_1\",\"description\":\" \"}");

        assertThat(dto.missing())
                .extracting(Violation::pointer)
                .containsExactly("/accountEmail", "/description", "/explanation");
    }

    @Test
    void noRecordShowsWhatIsPersonal() {
        AuthorizationRequestDto dto =
                read(
                        "authorization-request",
                        AuthorizationRequestDto.class,
                        """
                        {"channel":"sms","from":"Ada","to":"+16505551234","purpose":"reply",
                         "body":"Hello"}\
                        """);

        assertThat(dto.toString()).doesNotContain("6505551234", "Hello");
    }
}
