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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request before one document at one instant: what a judge looks at.
///
/// What several judges ask for is worked out once.
///
/// @param messageClass the class that the account's own policy gives the purpose
/// @param wording the message's text
/// @param sender the sender that the request names, if the account has it
/// @param consents the account's consents for this channel that have not run out
/// @param coveringConsents those of them that cover the message
record Situation(
        SendRequest request,
        Facts facts,
        PolicySet policies,
        Policy document,
        MessageClass messageClass,
        Wording wording,
        Optional<Sender> sender,
        List<Consent> consents,
        List<Consent> coveringConsents,
        Instant at) {

    /// A request before Sendgate's own document.
    static Situation of(SendRequest request, Facts facts, PolicySet policies, Instant at) {
        AccountProfile profile = facts.account().account().profile();
        Situation bare =
                new Situation(
                        request,
                        facts,
                        policies,
                        policies.own(),
                        policies.policy().classOf(request.purpose()),
                        new Wording(request.body().orElse(""), profile.names()),
                        profile.sender(request.from(), request.channel()),
                        List.of(),
                        List.of(),
                        at);
        return bare.at(at);
    }

    /// The same before another document.
    Situation before(Policy other) {
        return new Situation(
                request,
                facts,
                policies,
                other,
                messageClass,
                wording,
                sender,
                consents,
                coveringConsents,
                at);
    }

    /// The same at another instant.
    Situation at(Instant other) {
        List<Consent> holding = new ArrayList<>();
        List<Consent> covering = new ArrayList<>();
        for (Consent consent : facts.recipient().consents()) {
            if (consent.isFor(account(), request.channel()) && consent.holdsAt(other)) {
                holding.add(consent);
                if (covers(consent)) {
                    covering.add(consent);
                }
            }
        }
        return new Situation(
                request,
                facts,
                policies,
                document,
                messageClass,
                wording,
                sender,
                List.copyOf(holding),
                List.copyOf(covering),
                other);
    }

    AccountId account() {
        return facts.account().account().id();
    }

    AccountProfile profile() {
        return facts.account().account().profile();
    }

    boolean covers(Consent consent) {
        return consent.covers(request.purpose(), messageClass);
    }

    /// Whether the recipient has written to the account on the message's channel of late.
    boolean hasWrittenWithin(Duration period) {
        return facts.recipient()
                .lastInbound(account(), request.channel())
                .filter(last -> last.isAfter(at.minus(period)))
                .isPresent();
    }

    /// Whether it belongs to a broadcast: it says so, or its text was found to be one's.
    boolean goesToMany() {
        return request.broadcast().isPresent()
                || facts.fingerprint()
                        .body()
                        .filter(facts.account().account().standing()::isBarred)
                        .isPresent();
    }

    boolean isWithin(When when) {
        return Filter.lets(when, this);
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
