package io.sendgate.standing;

import java.time.Instant;

/// What every action in a case has.
///
/// @param id the action's id, `act_…`
/// @param caseId the case in which it is taken
/// @param clause the clause of the account's policy that was breached, or is applied
/// @param at business time
public record Order(String id, String caseId, String clause, Instant at) {}
