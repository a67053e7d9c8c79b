package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.policy.When;
import io.sendgate.time.OpenHours;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a broadcast may reach one person, as far as the hours of the day are concerned.
///
/// A broadcast is marketing, and does not name its channel or sender: the hours of every channel
/// and every kind of sender count.
public final class QuietHours {

    private static final Duration HORIZON = Duration.ofDays(10);
    private static final int MOST_ROUNDS = 16;

    private final Ports ports;

    /// The use case over its ports.
    public QuietHours(Ports ports) {
        this.ports = ports;
    }

    /// The first instant from `from` on at which it is a decent hour wherever the person may be.
    ///
    /// Empty where none of the next ten days is open.
    ///
    /// @throws FactsUnavailable where what is known of the person is out of reach
    public Optional<Instant> opens(AccountFacts account, PhoneNumber number, Instant from) {
        Recipient recipient = Recipient.of(ports, account, number);
        RecipientState state = Recipient.state(ports.ledger().newest(recipient.tag()));
        PolicySet policies = ports.policies().inForce(account, from);
        Set<ZoneId> zones = ports.atlas().zones(number, state.whereabouts());
        return opens(hours(account, number, state.whereabouts(), policies), zones, from);
    }

    private static Optional<Instant> opens(List<OpenHours> hours, Set<ZoneId> zones, Instant from) {
        Instant candidate = from;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Instant tried = candidate;
            List<Optional<Instant>> next =
                    hours.stream().map(one -> one.nextOpen(tried, zones, HORIZON)).toList();
            if (next.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            candidate =
                    next.stream()
                            .flatMap(Optional::stream)
                            .max(Comparator.naturalOrder())
                            .orElse(tried);
            if (candidate.equals(tried)) {
                return Optional.of(tried).filter(found -> !found.isAfter(from.plus(HORIZON)));
            }
        }
        return Optional.empty();
    }

    private List<OpenHours> hours(
            AccountFacts account, PhoneNumber number, Whereabouts known, PolicySet policies) {
        Optional<String> country = known.country().or(() -> ports.atlas().country(number));
        Set<String> regions = ports.atlas().regions(number, known);
        boolean emergency = account.account().profile().emergencyServiceProvider();
        MessageClass marketing = policies.policy().classOf(Purpose.MARKETING);
        return policies.documents()
                .flatMap(document -> document.rules().stream())
                .filter(Rule.Hours.class::isInstance)
                .map(Rule.Hours.class::cast)
                .filter(rule -> rule.head().effect() != Rule.Effect.ADVISE)
                .filter(rule -> speaksOf(rule.head().when(), marketing))
                .filter(rule -> speaksOf(rule.head().when(), country, regions, emergency))
                .map(Rule.Hours::open)
                .toList();
    }

    private static boolean speaksOf(When when, MessageClass marketing) {
        return (when.classes().isEmpty() || when.classes().contains(marketing))
                && (when.purposes().isEmpty() || when.purposes().contains(Purpose.MARKETING));
    }

    private static boolean speaksOf(
            When when, Optional<String> country, Set<String> regions, boolean emergency) {
        return (when.countries().isEmpty()
                        || country.filter(when.countries()::contains).isPresent())
                && (when.regions().isEmpty() || regions.stream().anyMatch(when.regions()::contains))
                && when.emergencyServiceProvider().map(wanted -> wanted == emergency).orElse(true);
    }
}
