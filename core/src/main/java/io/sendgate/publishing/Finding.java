package io.sendgate.publishing;

/// One thing that keeps a version from being published.
///
/// @param pointer JSON Pointer of the member of its document that is at fault
/// @param detail what is wrong with it, fit for an answer
public record Finding(String pointer, String detail) {}
