package io.sendgate.local;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sendgate.frequencyreset.FrequencyReset;
import io.sendgate.local.store.StreamPump;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// What runs by itself: the relay behind the streams, and the schedule once a minute of real time.
@Singleton
public class Background {

    private static final Logger LOG = Logger.getLogger(Background.class);
    private static final long MINUTE = 60;

    private final StreamPump pump;
    private final FrequencyReset reset;
    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("schedule").factory());

    @Inject
    Background(StreamPump pump, FrequencyReset reset) {
        this.pump = pump;
        this.reset = reset;
    }

    void start(@Observes StartupEvent started) {
        pump.start();
        schedule.scheduleWithFixedDelay(this::fire, MINUTE, MINUTE, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        schedule.shutdownNow();
        pump.close();
    }

    private void fire() {
        try {
            reset.run();
        } catch (RuntimeException failed) {
            LOG.warnf("the schedule failed: %s", failed.getClass().getSimpleName());
        }
    }
}
