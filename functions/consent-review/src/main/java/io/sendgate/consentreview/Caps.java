package io.sendgate.consentreview;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Consent;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.Inbound;
import io.sendgate.ledger.RecipientState;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.rest.answer.ClauseView;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The frequency caps that an account's messages to a person fill, by the limits of its policies.
record Caps(AccountId account, RecipientState state, PolicySet policies, Instant now) {

    private static final Duration WEEK = Duration.ofDays(7);

    /// Every cap that binds, in the order of the documents.
    List<CapView> views() {
        return policies.documents()
                .flatMap(document -> limits(document).map(limit -> view(document, limit)))
                .toList();
    }

    private static Stream<Rule.Limit> limits(Policy document) {
        return document.rules().stream()
                .filter(Rule.Limit.class::isInstance)
                .map(Rule.Limit.class::cast)
                .filter(limit -> limit.head().effect() != Rule.Effect.ADVISE);
    }

    private CapView view(Policy document, Rule.Limit limit) {
        int max = max(limit);
        List<Grant> counted = fullest(limit);
        boolean full = counted.size() >= max;
        return new CapView(
                document.ref().id() + "/" + limit.head().id(),
                ClauseView.of(document.clause(limit.head().clause())),
                limit.head().code(),
                limit.key(),
                max,
                limit.per(),
                counted.size(),
                Math.max(0, max - counted.size()),
                full ? counted.get(counted.size() - max).at().plus(limit.per()) : null,
                liftedUntil(limit).orElse(null));
    }

    /// The person's own wish for more replaces a weekly maximum, where it is proven.
    private int max(Rule.Limit limit) {
        if (!limit.cadence() || !limit.per().equals(WEEK)) {
            return limit.max();
        }
        MessageClass marketing = policies.policy().classOf(Purpose.MARKETING);
        return state.consents().stream()
                .filter(consent -> consent.account().equals(account))
                .filter(consent -> consent.proven() && consent.holdsAt(now))
                .filter(consent -> consent.covers(Purpose.MARKETING, marketing))
                .map(Consent::maxPerWeek)
                .flatMap(Optional::stream)
                .reduce(limit.max(), Math::max);
    }

    private List<Grant> fullest(Rule.Limit limit) {
        List<Grant> counted = counted(limit);
        return switch (limit.key()) {
            case RECIPIENT -> counted;
            case SUBJECT -> fullest(counted, Grant::subject, false);
            case SEQUENCE -> fullest(counted, Grant::sequence, true);
            case BODY -> fullest(counted, Grant::body, false);
        };
    }

    /// The messages of the key that has most.
    ///
    /// @param unkeyed whether a message without a key counts with all
    private static List<Grant> fullest(
            List<Grant> counted, Function<Grant, Optional<String>> key, boolean unkeyed) {
        List<Grant> common =
                unkeyed
                        ? counted.stream().filter(grant -> key.apply(grant).isEmpty()).toList()
                        : List.of();
        return counted.stream()
                .map(key)
                .flatMap(Optional::stream)
                .distinct()
                .map(
                        value ->
                                counted.stream()
                                        .filter(
                                                grant ->
                                                        key.apply(grant)
                                                                .map(value::equals)
                                                                .orElse(unkeyed))
                                        .toList())
                .max(Comparator.comparing(List::size))
                .orElse(common);
    }

    private List<Grant> counted(Rule.Limit limit) {
        Instant since = now.minus(limit.per());
        return state.grants().stream()
                .filter(grant -> grant.at().isAfter(since) && grant.countsAt(now))
                .filter(grant -> countsClass(limit, grant.messageClass()))
                .filter(
                        grant ->
                                limit.origins().isEmpty()
                                        || limit.origins().contains(grant.origin()))
                .sorted(Comparator.comparing(Grant::at))
                .toList();
    }

    private static boolean countsClass(Rule.Limit limit, MessageClass messageClass) {
        return limit.classes().isEmpty()
                ? messageClass != MessageClass.SERVICE
                : limit.classes().contains(messageClass);
    }

    private Optional<Instant> liftedUntil(Rule.Limit limit) {
        return limit.liftedByInbound()
                .flatMap(
                        period ->
                                state.inbound().stream()
                                        .filter(one -> one.account().equals(account))
                                        .map(Inbound::at)
                                        .max(Comparator.naturalOrder())
                                        .map(last -> last.plus(period)))
                .filter(end -> end.isAfter(now));
    }
}
