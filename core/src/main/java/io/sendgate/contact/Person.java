package io.sendgate.contact;

/// Somebody as a provider names them: by a telephone number, or by an id of its own alone.
public sealed interface Person permits PhoneNumber, ScopedId {}
