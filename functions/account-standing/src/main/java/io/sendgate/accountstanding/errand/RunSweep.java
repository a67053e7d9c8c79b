package io.sendgate.accountstanding.errand;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.arc.Unremovable;
import io.sendgate.accountstanding.cases.StandingSweep;
import io.sendgate.aws.Errand;

import jakarta.inject.Singleton;

import java.util.Map;

/// The schedule's errand: the sweep over cases, appeals and accounts.
@Singleton
@Unremovable
public class RunSweep implements Errand {

    private static final String SCHEDULE = "account-standing";

    private final StandingSweep sweep;

    /// The errand over the sweep.
    public RunSweep(StandingSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public boolean takes(JsonNode event) {
        return event.path("schedule").asText().equals(SCHEDULE);
    }

    @Override
    public Map<String, Object> run(JsonNode event) {
        return Map.of("done", sweep.run());
    }
}
