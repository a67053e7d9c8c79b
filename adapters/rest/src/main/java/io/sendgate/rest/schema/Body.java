package io.sendgate.rest.schema;

/// A body that fits its schema.
///
/// @param value the body as a record
/// @param hash SHA-256 of its canonical form, base64url: the same for the same content, whatever
/// its
///     spacing, its members' order and its nulls
public record Body<T>(T value, String hash) {}
