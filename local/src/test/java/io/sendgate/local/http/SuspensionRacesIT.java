package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Suspensions against authorizations that are under way: nothing is allowed once one is
/// acknowledged.
///
/// Twenty rounds; ten times as many with `-Dproof.factor=10`, any number with
/// `-Dproof.suspensions=`.
@ExtendWith(SharedSuite.class)
final class SuspensionRacesIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final int ROUNDS =
            Integer.getInteger("proof.suspensions", 20 * Integer.getInteger("proof.factor", 1));

    private final Http http;
    private final CaseDesk desk;
    private final Business root;
    private final Business sub;
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicInteger allowed = new AtomicInteger();

    SuspensionRacesIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.desk = new CaseDesk(businesses);
        this.root = businesses.open("customerflows", ",'handOff':'redeem'");
        this.sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");
    }

    @Test
    void nothingIsAllowedOnceASuspensionIsAcknowledged() throws Exception {
        String file = desk.open(root);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                AtomicBoolean acknowledged = new AtomicBoolean();
                List<Callable<Integer>> askers =
                        List.of(
                                () -> allowedAfter(root, "", acknowledged),
                                () -> allowedAfter(sub, ",'endUser':'user_7'", acknowledged),
                                () -> redeemedAfter(acknowledged));
                List<Future<Integer>> asking = askers.stream().map(threads::submit).toList();
                desk.done(file, "suspend", "F7.2.3", "");
                acknowledged.set(true);
                assertThat(together(asking)).as("round %d", round).isZero();
                desk.done(file, "lift", "F7.2.3", "");
            }
        }
        assertThat(allowed.get()).as("allowed before").isGreaterThanOrEqualTo(ROUNDS);
    }

    private static int together(List<Future<Integer>> asking)
            throws ExecutionException, InterruptedException {
        int sum = 0;
        for (Future<Integer> one : asking) {
            sum += one.get();
        }
        return sum;
    }

    /// Asks until it has asked twice after the acknowledgement, each time about somebody new.
    private int allowedAfter(Business business, String more, AtomicBoolean acknowledged) {
        int wrong = 0;
        for (int after = 0; after < 2; ) {
            boolean isLate = acknowledged.get();
            boolean isAllowed = ask(business, more).at("/decision").equals("allow");
            wrong += isLate && isAllowed ? 1 : 0;
            after += isLate ? 1 : 0;
        }
        return wrong;
    }

    /// Takes permits, and takes the last one up after the acknowledgement.
    private int redeemedAfter(AtomicBoolean acknowledged) {
        Http.Answer permit = ask(root, "");
        while (!acknowledged.get()) {
            permit = permit.at("/decision").equals("allow") ? permit : ask(root, "");
            pause();
        }
        String path = "/authorizations/" + permit.at("/id") + "/redeem";
        return http.post(root.key(), path, "").status() == 200 ? 1 : 0;
    }

    private Http.Answer ask(Business business, String more) {
        String person = "+1312%07d".formatted(2_000_000 + people.incrementAndGet());
        pause();
        Http.Answer answer = business.authorize(person, "job-status", Business.VISIT, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        if (answer.at("/decision").equals("allow")) {
            allowed.incrementAndGet();
        }
        return answer;
    }

    /// Keeps within what one key may ask in a second.
    private static void pause() {
        LockSupport.parkNanos(10_000_000);
    }
}
