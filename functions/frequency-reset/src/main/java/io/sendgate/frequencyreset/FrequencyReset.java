package io.sendgate.frequencyreset;

import io.sendgate.aws.RecipientErasure;
import io.sendgate.gate.Agenda;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.ReleaseHold;
import io.sendgate.gate.WorkOffDue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Works off the whole agenda, its shards side by side.
@Singleton
public class FrequencyReset {

    private final WorkOffDue work;

    /// The schedule's work over its ports.
    @Inject
    public FrequencyReset(
            Ports ports,
            RecipientLoop loop,
            Agenda agenda,
            ReleaseHold releaseHold,
            RecipientErasure erasure) {
        this.work = new WorkOffDue(ports, loop, agenda, releaseHold, erasure::erase);
    }

    /// Works off what is due now.
    public WorkOffDue.Worked run() {
        try (ExecutorService shards = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WorkOffDue.Worked>> runs =
                    IntStream.range(0, Agenda.SHARDS)
                            .mapToObj(shard -> shards.submit(() -> work.run(shard)))
                            .toList();
            shards.close();
            return runs.stream()
                    .map(Future::resultNow)
                    .reduce(new WorkOffDue.Worked(0, 0), WorkOffDue.Worked::plus);
        }
    }
}
