package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.language.IntentClassifier;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The documents in force: the port to the policies.
public interface PolicyBook {

    /// Every document that speaks of an account's messages at an instant.
    ///
    /// @throws FactsUnavailable where a document cannot be read
    PolicySet inForce(AccountFacts facts, Instant at);

    /// The version of a document in force at an instant.
    Optional<Policy> inForce(String id, AccountFacts facts, Instant at);

    /// The lists by which replies are understood and answered.
    IntentClassifier replies();

    /// The ids of all policies, in order.
    List<String> ids();
}
