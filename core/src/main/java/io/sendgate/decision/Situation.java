package io.sendgate.decision;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Sender;
import io.sendgate.consent.Consent;
import io.sendgate.message.MessageClass;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.policy.When;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A request before one document at one instant: what a judge looks at.
///
/// @param messageClass the class that the account's own policy gives the purpose
record Situation(
        SendRequest request,
        Facts facts,
        PolicySet policies,
        Policy document,
        MessageClass messageClass,
        Instant at) {

    AccountId account() {
        return facts.account().account().id();
    }

    AccountProfile profile() {
        return facts.account().account().profile();
    }

    Optional<Sender> sender() {
        return profile().sender(request.from(), request.channel());
    }

    /// The account's consents for this channel that have not run out.
    List<Consent> consents() {
        return facts.recipient().consents().stream()
                .filter(consent -> consent.isFor(account(), request.channel()))
                .filter(consent -> consent.holdsAt(at))
                .toList();
    }

    /// Those of them that cover the message.
    List<Consent> coveringConsents() {
        return consents().stream().filter(this::covers).toList();
    }

    boolean covers(Consent consent) {
        return consent.covers(request.purpose(), messageClass);
    }

    boolean isWithin(When when) {
        return allows(when.channels(), request.channel())
                && allows(when.classes(), messageClass)
                && allows(when.purposes(), request.purpose())
                && allows(when.origins(), request.origin())
                && allowsAny(when.senderTypes(), sender().map(Sender::type))
                && allowsAny(when.countries(), facts.country())
                && (when.regions().isEmpty()
                        || facts.regions().stream().anyMatch(when.regions()::contains))
                && when.emergencyServiceProvider()
                        .map(wanted -> wanted == profile().emergencyServiceProvider())
                        .orElse(true);
    }

    private static <T> boolean allows(Set<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }

    private static <T> boolean allowsAny(Set<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || actual.map(wanted::contains).orElse(false);
    }

    /// The rule's failing, with the rule's own code.
    Reason reason(Rule.Head head, Map<String, Object> used, Fix fix) {
        return reason(head, head.code(), used, fix);
    }

    /// The rule's failing, with another code.
    Reason reason(Rule.Head head, ReasonCode code, Map<String, Object> used, Fix fix) {
        return new Reason(
                code,
                head.effect().outcome(),
                Optional.empty(),
                document.clause(head.clause()),
                used,
                fix);
    }
}
