package io.sendgate.publishing;

import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;
import io.sendgate.policy.When;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whether two rules can speak of one message.
///
/// Where it cannot be told from the filters alone, they are taken not to: only a contradiction
/// that is certain keeps a version from being published.
///
/// @param classOf the class of a purpose under the policy
record Overlap(Function<Purpose, MessageClass> classOf) {

    boolean of(When one, When other) {
        return meet(one.channels(), other.channels())
                && meet(one.origins(), other.origins())
                && meet(one.senderTypes(), other.senderTypes())
                && meet(one.countries(), other.countries())
                && meet(one.regions(), other.regions())
                && agree(one.emergencyServiceProvider(), other.emergencyServiceProvider())
                && agree(one.firstInConversation(), other.firstInConversation())
                && agree(one.broadcast(), other.broadcast())
                && agree(one.forAnotherBusiness(), other.forAnotherBusiness())
                && agree(one.template(), other.template())
                && agree(one.heard(), other.heard())
                && agree(one.licence(), other.licence())
                && agree(one.mentions(), other.mentions())
                && Arrays.stream(Purpose.values())
                        .anyMatch(purpose -> speaks(one, purpose) && speaks(other, purpose));
    }

    /// Whether a filter lets messages of a purpose through.
    boolean speaks(When when, Purpose purpose) {
        return has(when.purposes(), purpose) && has(when.classes(), classOf.apply(purpose));
    }

    /// Whether a filter asks for nothing but a channel, a purpose, a class and a place.
    static boolean isPlain(When when) {
        return when.origins().isEmpty()
                && when.senderTypes().isEmpty()
                && when.emergencyServiceProvider().isEmpty()
                && when.firstInConversation().isEmpty()
                && when.broadcast().isEmpty()
                && when.forAnotherBusiness().isEmpty()
                && when.template().isEmpty()
                && when.heard().isEmpty()
                && when.licence().isEmpty()
                && when.mentions().isEmpty();
    }

    /// Whether a filter's words let this one through; no word lets any.
    static <T> boolean has(Set<T> words, T word) {
        return words.isEmpty() || words.contains(word);
    }

    private static <T> boolean meet(Set<T> some, Set<T> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    private static <T> boolean agree(Optional<T> one, Optional<T> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
