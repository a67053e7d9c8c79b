package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Entry;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    /// The hours of an account's broadcast that begins at an instant.
    public Broadcast of(AccountFacts account, Instant from) {
        return new Broadcast(account, ports.policies().inForce(account, from), from);
    }

    /// One broadcast: what its recipients have in common is worked out once.
    public final class Broadcast {

        private final AccountFacts account;
        private final PolicySet policies;
        private final Instant from;
        private final Map<Place, Optional<Instant>> worked = new ConcurrentHashMap<>();

        private Broadcast(AccountFacts account, PolicySet policies, Instant from) {
            this.account = account;
            this.policies = policies;
            this.from = from;
        }

        /// Those of some people about whom something may be on record: one read for up to 100.
        ///
        /// @throws FactsUnavailable where it is out of reach
        public List<PhoneNumber> onRecord(List<PhoneNumber> numbers) {
            Map<RecipientTag, PhoneNumber> tags = new HashMap<>();
            numbers.forEach(number -> tags.put(recipient(number).tag(), number));
            return ports.ledger().begun(tags.keySet()).stream()
                    .flatMap(tag -> Optional.ofNullable(tags.get(tag)).stream())
                    .toList();
        }

        /// The first instant from its beginning on at which it is a decent hour wherever the
        /// person may be; empty where none of the next ten days is open.
        ///
        /// @param onRecord whether something may be on record, which is then read
        /// @throws FactsUnavailable where what is known of the person is out of reach
        public Optional<Instant> opens(PhoneNumber number, boolean onRecord) {
            Optional<Entry> newest =
                    onRecord ? ports.ledger().newest(recipient(number).tag()) : Optional.empty();
            Whereabouts known = Recipient.state(newest).whereabouts();
            Place place =
                    new Place(
                            ports.atlas().zones(number, known),
                            known.country().or(() -> ports.atlas().country(number)),
                            ports.atlas().regions(number, known));
            return worked.computeIfAbsent(
                    place,
                    one -> QuietHours.opens(hours(account, one, policies), one.zones(), from));
        }

        private Recipient recipient(PhoneNumber number) {
            return Recipient.of(ports, account, number);
        }
    }

    /// Where a person may be.
    private record Place(Set<ZoneId> zones, Optional<String> country, Set<String> regions) {}

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

    private static List<OpenHours> hours(AccountFacts account, Place place, PolicySet policies) {
        boolean emergency = account.account().profile().emergencyServiceProvider();
        MessageClass marketing = policies.policy().classOf(Purpose.MARKETING);
        return policies.documents()
                .flatMap(document -> document.rules().stream())
                .filter(Rule.Hours.class::isInstance)
                .map(Rule.Hours.class::cast)
                .filter(rule -> rule.head().effect() != Rule.Effect.ADVISE)
                .filter(rule -> speaksOf(rule.head().when(), marketing))
                .filter(rule -> speaksOf(rule.head().when(), place, emergency))
                .map(Rule.Hours::open)
                .toList();
    }

    private static boolean speaksOf(When when, MessageClass marketing) {
        return (when.classes().isEmpty() || when.classes().contains(marketing))
                && (when.purposes().isEmpty() || when.purposes().contains(Purpose.MARKETING));
    }

    private static boolean speaksOf(When when, Place place, boolean emergency) {
        return (when.countries().isEmpty()
                        || place.country().filter(when.countries()::contains).isPresent())
                && (when.regions().isEmpty()
                        || place.regions().stream().anyMatch(when.regions()::contains))
                && when.emergencyServiceProvider().map(wanted -> wanted == emergency).orElse(true);
    }
}
