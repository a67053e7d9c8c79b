package io.sendgate.aws;

import io.sendgate.account.AccountId;

import java.util.Optional;

/// One event on its way to the topic.
///
/// @param id stable across repeats
/// @param type its name in the contract, `consent.granted`
/// @param account whom it concerns; empty for one that concerns the platform
/// @param json the CloudEvent in the JSON event format, in full
public record SuiteEvent(String id, String type, Optional<AccountId> account, String json) {}
