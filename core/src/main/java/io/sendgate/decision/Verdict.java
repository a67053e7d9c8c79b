package io.sendgate.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one rule says of one message.
sealed interface Verdict {

    /// The rule does not speak of this message, or is content with it.
    ///
    /// @param until the first instant at which it will no longer be, if that is soon
    record Permits(Optional<Instant> until) implements Verdict {}

    /// The rule fails.
    record Fails(List<Reason> reasons) implements Verdict {}

    /// The rule fails but only recommends.
    record Advises(Advice advice) implements Verdict {}

    /// Content, for as long as one can see.
    Verdict CONTENT = new Permits(Optional.empty());

    /// Fails for one reason.
    static Verdict fails(Reason reason) {
        return new Fails(List.of(reason));
    }
}
