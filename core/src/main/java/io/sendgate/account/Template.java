package io.sendgate.account;

import java.util.Optional;

/// A WhatsApp template of the account.
///
/// @param category Meta's category: `marketing`, `utility` or `authentication`
/// @param status Meta's word on it: `approved`, `pending`, `rejected`, `paused` …
public record Template(String name, String category, String status, Optional<String> language) {}
