/// What an account may still do: actions against it, their end, their undoing, and appeals.
///
/// A [io.sendgate.standing.StandingState] is nothing but its history of
/// [io.sendgate.standing.Step]s, applied in order. What may become a step is for
/// [io.sendgate.standing.Enforcement] to say, under the [io.sendgate.standing.Ladder] of the
/// account's policy.
@NullMarked
package io.sendgate.standing;

import org.jspecify.annotations.NullMarked;
