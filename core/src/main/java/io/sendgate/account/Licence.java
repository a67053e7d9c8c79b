package io.sendgate.account;

import java.time.LocalDate;
import java.util.Optional;

/// A licence or insurance the account has on file.
///
/// @param validUntil the last day on which it holds; empty for one without end
public record Licence(String kind, Optional<String> number, Optional<LocalDate> validUntil) {}
