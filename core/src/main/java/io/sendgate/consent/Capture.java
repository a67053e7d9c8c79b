package io.sendgate.consent;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;

import java.util.List;
import java.util.Optional;

/// A consent as somebody submits it, before anyone has judged it.
///
/// @param maxPerWeek how many marketing messages a week the person asked for, 1 to 50
/// @param doubleOptIn whether the person must confirm before it counts
public record Capture(
        PhoneNumber recipient,
        Channel channel,
        List<Coverage> purposes,
        Method method,
        Source source,
        Optional<String> language,
        Disclosure disclosure,
        Evidence evidence,
        Optional<Integer> maxPerWeek,
        boolean doubleOptIn) {

    /// Copies the list, so that a capture never changes.
    public Capture {
        purposes = List.copyOf(purposes);
    }
}
