package io.sendgate.decision;

/// A recommendation that never stops a message.
public record Advice(ReasonCode code, ClauseRef clause, String detail) {}
