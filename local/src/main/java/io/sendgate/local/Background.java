package io.sendgate.local;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sendgate.accountstanding.cases.StandingSweep;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.KeyCheck;
import io.sendgate.aws.RestoreGuard;
import io.sendgate.frequencyreset.FrequencyReset;
import io.sendgate.inboundwebhook.WorkOffBacklog;
import io.sendgate.local.store.StreamPump;
import io.sendgate.local.topic.LocalTopic;
import io.sendgate.wire.keys.Masters;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What runs by itself: the relay behind the streams, and the schedules: what is due once a
/// minute of real time, standing once an hour.
///
/// Before anything runs, the master keys must be those that the data was written with.
@Singleton
public class Background {

    private static final Logger LOG = Logger.getLogger(Background.class);
    private static final long MINUTE = 60;
    private static final long HALF_A_MINUTE = 30;
    private static final int FIRST = 1;

    private final StreamPump pump;
    private final LocalTopic topic;
    private final FrequencyReset reset;
    private final StandingSweep standing;
    private final LocalBacklog backlog;
    private final WorkOffBacklog workOffBacklog;
    private final KeyCheck keys;
    private final RestoreGuard guard;
    private final InstantSource clock;
    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("schedule").factory());

    @Inject
    Background(
            StreamPump pump,
            LocalTopic topic,
            FrequencyReset reset,
            StandingSweep standing,
            LocalBacklog backlog,
            WorkOffBacklog workOffBacklog,
            AccountStore accounts,
            RestoreGuard guard,
            Masters masters,
            InstantSource clock) {
        this.pump = pump;
        this.topic = topic;
        this.reset = reset;
        this.standing = standing;
        this.backlog = backlog;
        this.workOffBacklog = workOffBacklog;
        this.guard = guard;
        this.keys = new KeyCheck(accounts, masters);
        this.clock = clock;
    }

    void start(@Observes @Priority(FIRST) StartupEvent started) {
        keys.bind(clock.instant());
        guard.bind(clock.instant());
        pump.start();
        schedule.scheduleWithFixedDelay(() -> fire(topic::redeliver), 1, 1, TimeUnit.SECONDS);
        schedule.scheduleWithFixedDelay(() -> fire(reset::run), MINUTE, MINUTE, TimeUnit.SECONDS);
        schedule.scheduleWithFixedDelay(
                () -> fire(() -> backlog.drain(workOffBacklog)),
                HALF_A_MINUTE,
                HALF_A_MINUTE,
                TimeUnit.SECONDS);
        schedule.scheduleWithFixedDelay(
                () -> fire(standing::run), MINUTE, MINUTE, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        schedule.shutdownNow();
        pump.close();
    }

    private static void fire(Runnable due) {
        try {
            due.run();
        } catch (RuntimeException failed) {
            LOG.warnf("the schedule failed: %s", failed.getClass().getSimpleName());
        }
    }
}
