package io.sendgate.local.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.local.http.Http;
import io.sendgate.local.http.SuiteProcess;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// One STOP delivered over and over, and how fast one is committed.
class BurstIT {

    private static final Instant NOON = Instant.parse("2026-11-21T18:00:00Z");
    private static final int AT_ONCE = 32;

    @TempDir static Path folder;

    private static SuiteProcess suite;
    private static Http http;
    private static RaceAccount account;

    @BeforeAll
    static void start() {
        suite = SuiteProcess.start(folder);
        http = suite.http();
        http.clock(NOON);
        account = new RaceAccount(http, "acct_burst");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    /// The events of one type about one person.
    private static List<String> events(String type, String tag) {
        List<String> subjects = new ArrayList<>();
        http.get(Http.OPERATOR, "/local/events?account=acct_burst&type=" + type)
                .items()
                .forEach(event -> subjects.add(event.path("subject").asText()));
        subjects.removeIf(subject -> !subject.equals(tag));
        return subjects;
    }

    @Test
    void aBurstOfOneStopIsOneOptOutOneConfirmationAndOneEvent() throws InterruptedException {
        String number = account.somebody(50);
        Semaphore places = new Semaphore(AT_ONCE);
        List<Http.Answer> answers =
                Together.ask(
                        100 * RaceAccount.FACTOR,
                        () -> {
                            places.acquire();
                            try {
                                return account.hear(number, "burst", "STOP", NOON);
                            } finally {
                                places.release();
                            }
                        });

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(account.ask(number).codes()).contains("opted-out");
        String tag = http.get(account.key(), "/recipients/" + Http.path(number)).at("/tag");
        assertThat(events("opt-out.recorded", tag)).hasSize(1);
        assertThat(events("reply.requested", tag)).hasSize(1);
        assertThat(events("message.received", tag)).hasSize(1);
    }

    /// How fast is printed in every build, and demanded where the machine has nothing else to do:
    /// of the full proof.
    @Test
    void aStopIsCommittedAndAnsweredWithinFiftyMilliseconds() {
        int rounds = 50 * RaceAccount.FACTOR;
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < 2 * rounds; round++) {
            String number = account.somebody(50);
            long from = System.nanoTime();
            Http.Answer answer = account.hear(number, "one-" + round, "STOP", NOON);
            if (round >= rounds) {
                millis.add((System.nanoTime() - from) / 1e6);
            }
            assertThat(answer.status()).isEqualTo(200);
        }
        List<Double> sorted = millis.stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        System.out.printf(
                "webhook to committed opt-out: median %.1f ms, 99th percentile %.1f ms, %d STOPs%n",
                median, sorted.get(sorted.size() * 99 / 100), sorted.size());
        assertThat(median).isLessThan(RaceAccount.FACTOR >= 10 ? 50 : 5_000);
    }
}
