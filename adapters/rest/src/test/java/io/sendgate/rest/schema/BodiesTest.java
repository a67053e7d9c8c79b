package io.sendgate.rest.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sendgate.contact.Channel;
import io.sendgate.rest.dto.AuthorizationRequestDto;
import io.sendgate.rest.dto.OutcomeDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// A body is read, or told what is wrong with it.
class BodiesTest {

    private static final Optional<String> JSON = Optional.of("application/json");
    private static final String SEND =
            """
            {"channel":"sms","from":"+18885550123","to":"+16505551234",\
            "purpose":"marketing","body":"Hi"}\
            """;

    private final Bodies bodies = new Bodies(Schemas.load());

    private Body<AuthorizationRequestDto> send(String json) {
        return bodies.read(
                utf8(json), JSON, "authorization-request", AuthorizationRequestDto.class);
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private Problem problem(String schema, byte[] body) {
        ProblemException thrown =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> bodies.read(body, JSON, schema, Object.class));
        return thrown.problem();
    }

    @Test
    void aBodyThatFitsBecomesARecord() {
        AuthorizationRequestDto dto =
                send(SEND.replace("}", ",\"notAfter\":\"2026-11-22T19:00:00+01:00\"}")).value();

        assertThat(dto.channel()).isEqualTo(Channel.SMS);
        assertThat(dto.notAfter()).isEqualTo(Instant.parse("2026-11-22T18:00:00Z"));
        assertThat(dto.template()).isNull();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /channel | is missing",
                "{\"foo\":1} | /foo | is not known here",
                "{\"a/b~c\":1} | /a~1b~0c | is not known here",
                "{\"channel\":\"fax\"} | /channel | must be one of sms, mms, whatsapp",
                "{\"channel\":7} | /channel | must be a string",
                "{\"to\":\"\"} | /to | must not be empty",
                "{\"to\":null} | /to | is missing",
                "{\"dryRun\":\"no\"} | /dryRun | must be true or false",
                "{\"media\":{}} | /media | must be an array",
                "{\"media\":[]} | /media | must have at least 1 items",
                "{\"media\":[null]} | /media/0 | must be an object",
                "{\"media\":[{\"contentType\":\"jpeg\"}]} | /media/0/contentType"
                        + " | must be a media type like image/jpeg",
                "{\"media\":[{\"contentType\":\"a/b\","
                        + "\"labels\":[{\"name\":\"x\",\"confidence\":2}]}]}"
                        + " | /media/0/labels/0/confidence | must be at most 1",
                "{\"notAfter\":\"tomorrow\"} | /notAfter | must be an instant in RFC 3339 with an"
                        + " offset, like 2026-11-22T18:00:00Z",
                "{\"notAfter\":\"2026-11-22T18:00:00\"} | /notAfter | must be an instant in RFC"
                        + " 3339 with an offset, like 2026-11-22T18:00:00Z",
                "{\"channel\":\"sms\"} | /body | is missing: one of body, template, media is"
                        + " needed",
                "[] | `` | must be an object",
                "\"text\" | `` | must be an object",
                "7 | `` | must be an object",
                "null | `` | must be an object",
            })
    void whatDoesNotFitIsNamedByItsPointer(String json, String pointer, String detail) {
        assertThat(problem("authorization-request", utf8(json)).errors())
                .contains(new Violation(pointer, detail));
    }

    @Test
    void everyViolationIsNamedAtOnce() {
        Problem problem = problem("outcome", utf8("{\"status\":\"gone\",\"x\":1,\"y\":2}"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/status", "/x", "/y");
    }

    @Test
    void aBodyFullOfFaultsIsAnsweredInBounds() {
        StringBuilder json = new StringBuilder("{\"status\":\"sent\"");
        for (int i = 0; i < 5000; i++) {
            json.append(",\"m").append(i).append("\":1");
        }

        assertThat(problem("outcome", utf8(json.append('}').toString())).errors()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"status\":\"sent\"",
                "{'status':'sent'}",
                "{\"status\":\"sent\",}",
                "{\"status\":\"sent\"} x",
                "{\"status\":\"sent\"}{}",
                "{\"status\":\"sent\",\"status\":\"sent\"}",
                "{\"status\":NaN}",
                "{\"status\":01}",
                "{\"status\":1e99999999999}",
                "{\"status\":\"a\tb\"}",
                "// comment\n{\"status\":\"sent\"}",
                "\uFEFF{\"status\":\"sent\"}",
            })
    void whatIsNotJsonIsRefused(String body) {
        Problem problem = problem("outcome", utf8(body));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("/problems/invalid-body");
        assertThat(problem.errors()).hasSize(1);
    }

    @Test
    void halfACharacterIsRefusedWhereItStands() {
        assertThat(problem("outcome", utf8("{\"status\":\"\\ud800\"}")).errors())
                .containsExactly(new Violation("/status", "must be Unicode text without U+0000"));
        assertThat(problem("outcome", utf8("{\"\\ud800\":1}")).errors())
                .extracting(Violation::pointer)
                .containsExactly("");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] latin = "{\"status\":\"s\u00e9nt\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(problem("outcome", latin).detail()).contains("The body is not valid UTF-8");
    }

    @Test
    void aDeepNestIsRefusedWithoutExhaustingAnything() {
        assertThat(problem("outcome", utf8("[".repeat(200_000))).status()).isEqualTo(400);
        assertThat(problem("outcome", utf8("{\"a\":".repeat(200_000))).status()).isEqualTo(400);
    }

    @Test
    void noDetailEverRepeatsAValue() {
        Problem problem =
                problem(
                        "authorization-request",
                        utf8("{\"channel\":\"+16505551234\",\"notAfter\":\"+16505551234\"}"));

        assertThat(new String(problem.toBytes(), StandardCharsets.UTF_8))
                .doesNotContain("6505551234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=UTF-8",
                "Application/JSON;charset=\"utf-8\""
            })
    void jsonInUtf8IsUnderstood(String contentType) {
        Body<OutcomeDto> body =
                bodies.read(
                        utf8("{\"status\":\"not-sent\"}"),
                        Optional.of(contentType),
                        "outcome",
                        OutcomeDto.class);

        assertThat(body.value().providerMessageId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/json; charset=latin1",
                "application/jsonx",
                "rub/b;;;;"
            })
    void anotherContentTypeIsRefused(String contentType) {
        assertThatThrownBy(
                        () ->
                                bodies.read(
                                        utf8("{\"status\":\"sent\"}"),
                                        Optional.of(contentType),
                                        "outcome",
                                        OutcomeDto.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem().status()).isEqualTo(415));
    }

    @Test
    void theHashSeesContentAndNotItsForm() {
        String hash = send(SEND).hash();

        assertThat(send(SEND.replace(",", " ,\n ")).hash()).isEqualTo(hash);
        assertThat(send(SEND.replace("{", "{\"template\":null,")).hash()).isEqualTo(hash);
        assertThat(
                        send("""
                        {"body":"Hi","purpose":"marketing","to":"+16505551234",\
                        "from":"+18885550123","channel":"sms"}\
                        """)
                                .hash())
                .isEqualTo(hash);
        assertThat(send(SEND.replace("Hi", "Ho")).hash()).isNotEqualTo(hash);
    }

    @Test
    void aBodyHasAtMost4096CharactersWhateverTheirWidth() {
        String fits = "\uD83D\uDE00".repeat(4096);

        assertThat(send(SEND.replace("Hi", fits)).value().body()).isEqualTo(fits);
        assertThat(problem("authorization-request", utf8(SEND.replace("Hi", fits + "x"))).errors())
                .containsExactly(new Violation("/body", "must have at most 4096 characters"));
    }
}
