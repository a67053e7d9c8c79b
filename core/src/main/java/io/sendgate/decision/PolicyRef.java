package io.sendgate.decision;

/// The exact document a decision was made under.
///
/// @param digest `sha256:` and the hex SHA-256 of the document's bytes
/// @param status `enforced` or `draft`
public record PolicyRef(String id, String version, String digest, String status) {}
