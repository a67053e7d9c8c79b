package io.sendgate.local.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.local.http.Http;
import io.sendgate.local.http.SuiteProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// A suite that is killed under load has lost nothing that it had acknowledged.
class KillIT {

    private static final int KILLS = RaceAccount.FACTOR == 1 ? 3 : 20;
    private static final int CALLERS = 4;
    private static final int ENOUGH = 40;

    @TempDir static Path folder;

    /// What was acknowledged: by person, the last thing that must still be there.
    private final Map<String, String> optOuts = new ConcurrentHashMap<>();
    private final Map<String, String> consents = new ConcurrentHashMap<>();
    private final Map<String, String> grants = new ConcurrentHashMap<>();

    @Test
    void everythingAcknowledgedSurvivesAKill() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(20261121);
        try (SuiteProcess suite = SuiteProcess.start(folder)) {
            RaceAccount account = new RaceAccount(suite.http(), "acct_kill");
            for (int kill = 0; kill < KILLS; kill++) {
                loadUntilKilled(suite, account, random.nextInt(300));
                suite.restart();
            }
            assertThat(optOuts).hasSizeGreaterThan(ENOUGH / 2);
            everythingIsThere(suite.http(), account);
        }
    }

    private void loadUntilKilled(SuiteProcess suite, RaceAccount account, int millis)
            throws InterruptedException {
        AtomicBoolean alive = new AtomicBoolean(true);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.submit(() -> load(account, alive));
            }
            int before = grants.size();
            while (grants.size() < before + ENOUGH) {
                Thread.sleep(5);
            }
            Thread.sleep(millis);
            suite.kill();
            alive.set(false);
            callers.shutdown();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void load(RaceAccount account, AtomicBoolean alive) {
        try {
            while (alive.get()) {
                String number = account.somebody(3);
                consents.put(number, "granted");
                Http.Answer allowed = account.ask(number);
                if (allowed.status() == 200) {
                    grants.put(number, allowed.at("/id"));
                }
                if (number.hashCode() % 2 == 0
                        && account.hear(number, "stop" + number, "STOP").status() == 200) {
                    optOuts.put(number, "recorded");
                }
            }
        } catch (UncheckedIOException | AssertionError killed) {
            // The suite is gone: what it had not acknowledged proves nothing.
        }
    }

    private void everythingIsThere(Http http, RaceAccount account) {
        grants.forEach(
                (number, id) ->
                        assertThat(http.get(account.key(), "/authorizations/" + id).status())
                                .isEqualTo(200));
        consents.keySet()
                .forEach(
                        number ->
                                assertThat(
                                                http.get(
                                                                account.key(),
                                                                "/recipients/"
                                                                        + Http.path(number)
                                                                        + "/history")
                                                        .text())
                                        .contains("consent.granted"));
        optOuts.keySet()
                .forEach(number -> assertThat(account.ask(number).codes()).contains("opted-out"));
    }
}
