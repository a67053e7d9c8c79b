package io.sendgate.rest.dto;

import io.sendgate.ledger.Grant;

import org.jspecify.annotations.Nullable;

/// The body of `POST /authorizations/{id}/outcome`.
///
/// @param status `sent`, `failed` or `not-sent`
public record OutcomeDto(Grant.Status status, @Nullable String providerMessageId) {}
