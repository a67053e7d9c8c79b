package io.sendgate.accountstanding.policies;

import io.sendgate.contact.Term;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The records that could not be replayed, and why.
///
/// It belongs to one thread.
public final class Unreplayed {

    private static final int MOST_EXAMPLES = 100;

    private final Map<Why, Long> counts = new EnumMap<>(Why.class);
    private final List<Example> examples = new ArrayList<>();

    Unreplayed() {}

    /// Why a record could not be replayed.
    public enum Why implements Term {
        /// The account's entry that it was decided on is not there.
        ACCOUNT_GONE,
        /// The recipient's entry that it was decided on is not there.
        RECIPIENT_ERASED,
        /// Decided again as it was, it comes to another answer: it rests on something that was
        /// not kept, such as a root's profile of that day.
        NOT_REPRODUCED
    }

    /// One of them.
    public record Example(String id, Why why) {}

    void add(String id, Why why) {
        counts.merge(why, 1L, Long::sum);
        if (examples.size() < MOST_EXAMPLES) {
            examples.add(new Example(id, why));
        }
    }

    /// How many there are.
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The first of them.
    public List<Example> examples() {
        return List.copyOf(examples);
    }
}
