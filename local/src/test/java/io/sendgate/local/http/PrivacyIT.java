package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Nothing personal is found in clear in anything the suite writes, however it is encoded.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PrivacyIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String HELP = "+15125550100";

    private static final List<Canary> PERSONAL =
            Stream.concat(
                            Stream.of(Canary.number(PrivateLife.PERSON)),
                            PrivateLife.WORDS.stream().map(Canary::text))
                    .toList();

    private final SuiteProcess suite;
    private final PrivateLife life;

    PrivacyIT(@TempDir Path folder) {
        this.suite = SuiteProcess.start(folder);
        suite.http().clock(NOON);
        this.life = PrivateLife.of(new Businesses(suite.http()).open("customerflows"));
    }

    @BeforeAll
    void live() {
        life.agree();
        life.write();
        life.answer();
        life.err();
        suite.http().post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");
    }

    @AfterAll
    void stop() {
        suite.close();
    }

    private List<String> events() {
        return suite.http().get(Http.OPERATOR, "/local/events").items().stream()
                .map(JsonNode::toString)
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private List<Path> files() {
        try (Stream<Path> walked = Files.walk(suite.folder().resolve("data"))) {
            return walked.filter(Files::isRegularFile).toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Test
    void theLifeLeavesTracesWhereTheyAreLookedFor() {
        byte[] account = life.business().id().getBytes(StandardCharsets.UTF_8);
        Canary tag = Canary.text(life.business().recipient(PrivateLife.PERSON).at("/tag"));

        assertThat(account).isNotEmpty();
        assertThat(files()).anyMatch(file -> !tag.foundIn(bytes(file)).isEmpty());
        assertThat(events()).hasSizeGreaterThan(15);
        assertThat(life.errors()).hasSizeGreaterThan(50);
        assertThat(suite.log()).contains("Refused a request from twilio");
    }

    @Test
    void theAccountItselfIsToldEverything() {
        Http.Answer export =
                suite.http()
                        .get(
                                life.business().key(),
                                "/recipients/" + Http.path(PrivateLife.PERSON) + "/export");

        assertThat(export.text()).contains(PrivateLife.PERSON).contains(PrivateLife.WORDS);
    }

    @Test
    void noFileHoldsAnythingPersonalInClear() {
        for (Path file : files()) {
            for (Canary canary : PERSONAL) {
                assertThat(canary.foundIn(bytes(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void noLineOfTheLogDoes() {
        for (Canary canary : PERSONAL) {
            assertThat(canary.foundIn(Stream.of(suite.log()))).isEmpty();
        }
    }

    @Test
    void noEventDoesNorNamesATelephoneOfTheAccount() {
        for (Canary canary : PERSONAL) {
            assertThat(canary.foundIn(events().stream())).isEmpty();
        }
        assertThat(Canary.number(HELP).foundIn(events().stream())).isEmpty();
        assertThat(Canary.number(life.business().tollFree()).foundIn(events().stream())).isEmpty();
    }

    @Test
    void noErrorDoes() {
        for (Canary canary : PERSONAL) {
            assertThat(canary.foundIn(life.errors().stream())).isEmpty();
        }
    }

    @Test
    void aCanaryIsFoundHoweverItIsWritten() {
        Canary number = Canary.number("+13125557741");

        for (String trace :
                List.of(
                        "tel:13125557741",
                        "(312) 555-7741",
                        "%2B13125557741",
                        "ISsxMzEyNTU1Nzc0MSE=",
                        "KzEzMTI1NTU3NzQx",
                        "ISErMTMxMjU1NTc3NDEh")) {
            assertThat(number.foundIn(Stream.of(trace))).as(trace).isNotEmpty();
        }
    }
}
