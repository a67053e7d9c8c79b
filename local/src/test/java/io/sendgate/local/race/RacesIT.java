package io.sendgate.local.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.local.http.Http;
import io.sendgate.local.http.SuiteProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

class RacesIT {

    private static final Instant NOON = Instant.parse("2026-11-21T18:00:00Z");
    private static final int CALLERS = 64;

    @TempDir static Path folder;

    private static SuiteProcess suite;
    private static Http http;
    private static RaceAccount account;

    @BeforeAll
    static void start() {
        suite = SuiteProcess.start(folder);
        http = suite.http();
        http.clock(NOON);
        account = new RaceAccount(http, "acct_race");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sixtyFourAtOnceGetExactlyTheCap(int cap) throws InterruptedException {
        for (int round = 0; round < RaceAccount.rounds(20); round++) {
            String number = account.somebody(cap);
            List<Http.Answer> answers = Together.ask(CALLERS, () -> account.ask(number));

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(answers)
                    .filteredOn(answer -> answer.at("/decision").equals("allow"))
                    .hasSize(cap);
            assertThat(answers)
                    .filteredOn(answer -> !answer.at("/decision").equals("allow"))
                    .allMatch(answer -> answer.codes().contains("frequency-cap"));
        }
    }

    @Test
    void noAllowFollowsAnAcknowledgedStopAndNoPermitOutlivesIt() throws InterruptedException {
        for (int round = 0; round < RaceAccount.rounds(100); round++) {
            String number = account.somebody(50);
            String message = "stop-" + round;
            List<Callable<Http.Answer>> calls = new ArrayList<>();
            calls.add(() -> account.hear(number, message, "STOP"));
            for (int i = 0; i < 4; i++) {
                calls.add(() -> account.ask(number));
            }
            List<Http.Answer> answers = Together.ask(calls);

            assertThat(answers.getFirst().status()).isEqualTo(200);
            assertThat(account.ask(number).codes()).contains("opted-out");
            answers.stream()
                    .filter(answer -> answer.at("/decision").equals("allow"))
                    .map(allowed -> account.redeem(allowed.at("/id")))
                    .forEach(
                            refused -> {
                                assertThat(refused.status()).isEqualTo(409);
                                assertThat(refused.codes()).contains("opted-out");
                            });
        }
        assertThat(allowedAfterOptOut()).isEmpty();
    }

    /// Recipients of whom an allow is ordered after their opt-out.
    private static List<String> allowedAfterOptOut() {
        List<String> wrong = new ArrayList<>();
        java.util.Map<String, String> optOuts = new java.util.HashMap<>();
        http.get(Http.OPERATOR, "/local/events?type=opt-out.recorded")
                .body()
                .path("items")
                .forEach(
                        event ->
                                optOuts.put(
                                        event.path("subject").asText(),
                                        event.path("sequence").asText()));
        http.get(Http.OPERATOR, "/local/events?type=authorization.allowed")
                .body()
                .path("items")
                .forEach(
                        event -> {
                            String subject = event.path("subject").asText();
                            String optOut = optOuts.getOrDefault(subject, "~");
                            if (event.path("sequence").asText().compareTo(optOut) > 0) {
                                wrong.add(subject);
                            }
                        });
        return wrong;
    }

    @Test
    void theSameKeyAtOnceHasOneEffectAndOneId() throws InterruptedException {
        for (int round = 0; round < RaceAccount.rounds(20); round++) {
            String number = account.somebody(5);
            String key = "order-" + round;
            int callers = 1 + round % 5;
            List<Http.Answer> answers = Together.ask(callers, () -> account.ask(number, key));

            assertThat(answers)
                    .extracting(answer -> answer.at("/id"))
                    .containsOnly(answers.getFirst().at("/id"));
            assertThat(
                            http.get(account.key(), "/recipients/" + Http.path(number))
                                    .body()
                                    .path("caps")
                                    .findValue("used")
                                    .asInt())
                    .isEqualTo(1);
        }
    }
}
