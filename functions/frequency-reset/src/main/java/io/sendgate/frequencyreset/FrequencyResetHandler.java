package io.sendgate.frequencyreset;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import io.sendgate.gate.WorkOffDue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The function behind the schedule.
///
/// What the schedule sends along does not matter: what is due is on the agenda. Where something
/// could
/// not be worked off it fails, so that the schedule's retries and its dead-letter queue show it.
@Singleton
public class FrequencyResetHandler
        implements RequestHandler<Map<String, Object>, Map<String, Integer>> {

    private final FrequencyReset reset;

    /// The handler over the work.
    @Inject
    public FrequencyResetHandler(FrequencyReset reset) {
        this.reset = reset;
    }

    @Override
    public Map<String, Integer> handleRequest(
            Map<String, Object> event, @Nullable Context context) {
        WorkOffDue.Worked worked = reset.run();
        if (worked.failed() > 0) {
            throw new IllegalStateException(worked.failed() + " due items could not be worked off");
        }
        return Map.of("done", worked.done());
    }
}
