package io.sendgate.rest.problem;

/// One thing that is wrong with a body.
///
/// @param pointer JSON Pointer to the member at fault, present or missing; empty for the whole body
/// @param detail what is wrong, in plain words that never repeat the value
public record Violation(String pointer, String detail) {}
