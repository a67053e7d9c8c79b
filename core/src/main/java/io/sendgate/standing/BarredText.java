package io.sendgate.standing;

import java.time.Instant;

/// A text that was found to go to very many people without saying so: from then on it counts as a
/// broadcast's, whatever a request declares.
///
/// @param text the hash of the text
public record BarredText(Order order, String text) implements Measure {

    @Override
    public boolean standsAt(Instant instant) {
        return true;
    }

    @Override
    public boolean canBeLifted() {
        return true;
    }
}
