package io.sendgate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;

import io.sendgate.contact.Channel;
import io.sendgate.message.Purpose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class SendgateJsonTest {
    record Part(String name, int count) {}

    record Body(
            String from,
            Channel channel,
            Optional<Instant> notAfter,
            Optional<Boolean> dryRun,
            List<Part> parts) {}

    private static Body strict(String json) {
        return SendgateJson.readStrict(json.getBytes(StandardCharsets.UTF_8), Body.class);
    }

    private static MalformedJson fault(String json) {
        return catchThrowableOfType(MalformedJson.class, () -> strict(json));
    }

    @Test
    void whatIsLeftOutIsAbsentAndSoIsNull() {
        Body bare = new Body("a", Channel.SMS, Optional.empty(), Optional.empty(), List.of());

        assertThat(strict("{\"from\":\"a\",\"channel\":\"sms\"}")).isEqualTo(bare);
        assertThat(
                        strict(
                                "{\"from\":\"a\",\"channel\":\"sms\",\"notAfter\":null,"
                                        + "\"parts\":null,\"dryRun\":null}"))
                .isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'channel':'sms'} | /from | must be given",
                "{'from':null,'channel':'sms'} | /from | must be given",
                "{'from':'a','channel':'fax'} | /channel | must be one of [sms, mms, whatsapp]",
                "{'from':'a','channel':'SMS'} | /channel | must be one of [sms, mms, whatsapp]",
                "{'from':'a','channel':0} | /channel | not of the expected form",
                "{'from':1,'channel':'sms'} | /from | not of the expected form",
                "{'from':true,'channel':'sms'} | /from | not of the expected form",
                "{'from':'a','channel':'sms','x':1} | /x | unknown member",
                "{'from':'a','channel':'sms','dryRun':'true'} | /dryRun | not of the expected form",
                "{'from':'a','channel':'sms','dryRun':1} | /dryRun | not of the expected form",
                "{'from':'a','channel':'sms','parts':[{'name':'n','count':'1'}]} | /parts/0/count |"
                        + " not of the expected form",
                "{'from':'a','channel':'sms','parts':[{'name':'n','count':1.5}]} | /parts/0/count |"
                        + " not of the expected form",
                "{'from':'a','channel':'sms','parts':{}} | /parts | not of the expected form",
                "{'from':'a','channel':'sms','notAfter':'tomorrow'} | /notAfter | not of the"
                        + " expected form",
                "{'from':'a','channel':'sms','notAfter':1763760000} | /notAfter | not of the"
                        + " expected form",
                "{'from':'a','channel':'sms','notAfter':'2026-11-22T14:00:00'} | /notAfter | not of"
                        + " the expected form",
                "{'from':'a','channel':'sms','notAfter':'+12026-11-22T14:00:00Z'} | /notAfter | not"
                        + " of the expected form",
                "[] | `` | not of the expected form",
                "null | `` | must be given",
            })
    void whatDoesNotFitIsNamedByItsPlace(String json, String pointer, String detail) {
        MalformedJson fault = fault(json.replace('\'', '"'));

        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"from\":\"a\",\"from\":\"b\",\"channel\":\"sms\"}",
                "{\"from\":\"a\",\"channel\":\"sms\"} {}",
                "{\"from\":\"a\",\"channel\":\"sms\"",
                "{'from':1}",
                "{\"from\":\"a\\ud800\",\"channel\":\"sms\"}",
                "{\"from\":\"a\\u0000\",\"channel\":\"sms\"}",
                "\uFEFF{\"from\":\"a\",\"channel\":\"sms\"}",
                "",
            })
    void whatIsTwiceTrailingCutShortOrNoTextIsRefused(String json) {
        assertThatThrownBy(() -> strict(json)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void nothingThatWasSentIsRepeatedInTheFault() {
        for (String json :
                List.of(
                        "{\"from\":\"a\",\"channel\":\"+16505551234\"}",
                        "{\"from\":\"a\",\"channel\":\"sms\",\"notAfter\":\"+16505551234\"}",
                        "{\"from\":+16505551234}",
                        "{\"from\":\"a\",\"from\":\"+16505551234\"}")) {
            assertThat(fault(json).getMessage()).doesNotContain("650");
            assertThat(fault(json)).hasNoCause();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "ff", "e282", "f4908080", "f08080af"})
    void bytesThatAreNoUtf8AreRefusedNotReplaced(String hex) {
        String head = HexFormat.of().formatHex("{\"from\":\"".getBytes(StandardCharsets.UTF_8));
        byte[] body = HexFormat.of().parseHex(head + hex + "22");

        assertThatThrownBy(() -> SendgateJson.readStrict(body, Body.class))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("not UTF-8");
        assertThatThrownBy(() -> SendgateJson.readLenient(body, Body.class))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void nestingTextAndNumbersHaveBounds() {
        String deep = "[".repeat(33) + "]".repeat(33);
        String digits = "{\"parts\":[{\"count\":" + "1".repeat(65) + "}]}";
        String words = "{\"from\":\"" + "a".repeat((1 << 20) + 1) + "\"}";
        for (String json : List.of(digits, words)) {
            assertThat(fault(json).detail())
                    .isEqualTo("nested too deeply, or a text or number too long");
        }
        assertThatThrownBy(() -> SendgateJson.lenient().readTree(deep))
                .hasMessageContaining("nesting depth");
    }

    @Test
    void aWebhookMayKnowMoreThanWeDo() {
        byte[] body =
                "{\"from\":\"a\",\"channel\":\"sms\",\"NumMedia\":0,\"x\":{}}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(SendgateJson.readLenient(body, Body.class).from()).isEqualTo("a");
    }

    @Test
    void anInstantIsReadWithAnyOffsetAndWrittenInUtc() {
        Body body =
                strict(
                        "{\"from\":\"a\",\"channel\":\"mms\","
                                + "\"notAfter\":\"2026-11-22T14:00:00+02:00\"}");

        assertThat(SendgateJson.write(body))
                .isEqualTo(
                        "{\"from\":\"a\",\"channel\":\"mms\",\"notAfter\":\"2026-11-22T12:00:00Z\","
                                + "\"parts\":[]}");
    }

    record Times(Optional<LocalDate> day, Optional<Duration> rest, Optional<ZoneId> zone) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'day':[2026,1,2]}",
                "{'day':20455}",
                "{'day':'2026-1-2'}",
                "{'rest':60}",
                "{'rest':'an hour'}",
                "{'zone':'Mars/Olympus'}",
                "{'zone':'+05:00'}",
                "{'zone':5}",
            })
    void aTimeIsATextOfItsOneForm(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SendgateJson.readStrict(body, Times.class))
                .isInstanceOf(MalformedJson.class);
    }

    @Test
    void datesDurationsAndZonesComeBack() {
        Times times =
                new Times(
                        Optional.of(LocalDate.of(2026, 1, 2)),
                        Optional.of(Duration.ofMinutes(25)),
                        Optional.of(ZoneId.of("America/Chicago")));
        String json = SendgateJson.write(times);

        assertThat(json)
                .isEqualTo(
                        "{\"day\":\"2026-01-02\",\"rest\":\"PT25M\",\"zone\":\"America/Chicago\"}");
        assertThat(SendgateJson.readStrict(json.getBytes(StandardCharsets.UTF_8), Times.class))
                .isEqualTo(times);
    }

    @Test
    void aTermIsAKeyToo() throws Exception {
        Map<Purpose, Channel> map = Map.of(Purpose.ONE_TIME_PASSCODE, Channel.WHATSAPP);

        String json = SendgateJson.write(map);

        assertThat(json).isEqualTo("{\"one-time-passcode\":\"whatsapp\"}");
        assertThat(
                        SendgateJson.strict()
                                .readValue(json, new TypeReference<Map<Purpose, Channel>>() {}))
                .isEqualTo(map);
    }
}
