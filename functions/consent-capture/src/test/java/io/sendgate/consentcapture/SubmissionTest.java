package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.web.RawRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SubmissionTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @Test
    void aBrowsersFieldsAreRead() {
        Submission posted =
                read(FORM, "phone=%2B1+650+555+1234&agree=yes&website=&shown=abc&utm=x%26y");

        assertThat(posted)
                .isEqualTo(
                        new Submission("+1 650 555 1234", true, false, Optional.of("abc"), false));
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "on,true", "TRUE,true", "1,true", "no,false", "off,false", "'',false"})
    void onlyATickIsATick(String value, boolean agreed) {
        assertThat(read(FORM, "phone=1&agree=" + value).agreed()).isEqualTo(agreed);
        assertThat(read(FORM, "phone=1").agreed()).isFalse();
    }

    @Test
    void theFieldThatPeopleDoNotSeeIsATrap() {
        assertThat(read(FORM, "phone=1&agree=yes&website=https%3A%2F%2Fspam.example").trapped())
                .isTrue();
        assertThat(read(JSON, "{\"phone\": \"1\", \"website\": \"x\"}").trapped()).isTrue();
    }

    @Test
    void jsonIsReadToo() {
        assertThat(read(JSON + "; charset=utf-8", "{\"phone\": \"+16505551234\", \"agree\": true}"))
                .isEqualTo(new Submission("+16505551234", true, false, Optional.empty(), true));
        assertThat(read(JSON, "{\"phone\": \"1\", \"agree\": false}").agreed()).isFalse();
        assertThat(read(JSON, "{\"phone\": \"1\", \"agree\": null}").agreed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"phone\": 16505551234}",
                "{\"phone\": \"1\", \"purposes\": [\"marketing\"]}",
                "{\"phone\": {\"a\": 1}}",
                "{\"phone\": \"1\"",
                "{\"agree\": 1}"
            })
    void jsonThatIsNotOursIsNotRead(String body) {
        assertThat(refusal(JSON, body)).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone=%zz", "phone=%", "phone=\u00ff\u00fe"})
    void brokenFieldsAreNotRead(String body) {
        int status =
                catchThrowableOfType(
                                ProblemException.class,
                                () -> Submission.read(request(FORM, latin(body))))
                        .problem()
                        .status();

        assertThat(status).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", ""})
    void anotherContentTypeIsNotUnderstood(String type) {
        assertThat(refusal(type, "phone=1")).isEqualTo(415);
    }

    private static byte[] latin(String body) {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int refusal(String type, String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(type, body))
                .problem()
                .status();
    }

    private static Submission read(String type, String body) {
        return Submission.read(request(type, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static RawRequest request(String type, byte[] body) {
        return new RawRequest(
                "POST",
                "/forms/form_1",
                Optional.empty(),
                Map.of("content-type", List.of(type)),
                body,
                "203.0.113.9",
                Instant.EPOCH);
    }
}
