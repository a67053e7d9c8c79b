package io.sendgate.publishing;

import io.sendgate.contact.Channel;
import io.sendgate.message.Purpose;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.policy.When;
import io.sendgate.time.OpenHours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether every message has an instant of the week at which the hours of all documents are open.
final class SendWindows {

    private static final String NOWHERE = "";

    private final Policy candidate;
    private final List<Timed> rules;
    private final Overlap overlap;
    private final Map<String, Finding> found = new HashMap<>();

    private SendWindows(Policy candidate, PolicySet together) {
        this.candidate = candidate;
        this.overlap = new Overlap(together.policy()::classOf);
        this.rules = together.documents().flatMap(SendWindows::timed).toList();
    }

    /// The candidate's rules that leave some message no instant.
    static List<Finding> findings(Policy candidate, PolicySet together) {
        SendWindows windows = new SendWindows(candidate, together);
        Set<String> countries = windows.named(When::countries);
        Set<String> regions = windows.named(When::regions);
        for (Purpose purpose : Purpose.values()) {
            for (Channel channel : Channel.values()) {
                for (String country : countries) {
                    regions.forEach(
                            region -> windows.look(new Kind(channel, purpose, country, region)));
                }
            }
        }
        return List.copyOf(windows.found.values());
    }

    private static Stream<Timed> timed(Policy document) {
        return document.rules().stream()
                .filter(Rule.Hours.class::isInstance)
                .map(Rule.Hours.class::cast)
                .filter(rule -> binds(rule.head().effect()))
                .filter(rule -> Overlap.isPlain(rule.head().when()))
                .map(rule -> new Timed(document, rule));
    }

    private static boolean binds(Rule.Effect effect) {
        return switch (effect) {
            case DENY, DEFER -> true;
            case REVIEW, ADVISE -> false;
        };
    }

    private Set<String> named(Function<When, Set<String>> places) {
        Set<String> named = new LinkedHashSet<>(Set.of(NOWHERE));
        rules.forEach(one -> named.addAll(places.apply(one.rule().head().when())));
        return named;
    }

    private void look(Kind kind) {
        List<Timed> speaking = rules.stream().filter(one -> one.speaksOf(kind, overlap)).toList();
        Optional<Timed> own = speaking.stream().filter(this::isOwn).findFirst();
        Optional<OpenHours> open =
                speaking.stream().map(one -> one.rule().open()).reduce(OpenHours::and);
        if (own.isPresent() && open.filter(OpenHours::isNever).isPresent()) {
            found.computeIfAbsent(pointer(own.get()), at -> finding(at, kind, speaking));
        }
    }

    private boolean isOwn(Timed one) {
        return one.document().ref().equals(candidate.ref());
    }

    private String pointer(Timed own) {
        return "/rules/" + candidate.rules().indexOf(own.rule()) + "/open";
    }

    private static Finding finding(String pointer, Kind kind, List<Timed> speaking) {
        return new Finding(
                pointer,
                "leaves "
                        + kind.words()
                        + " no instant of a week, together with "
                        + speaking.stream().map(Timed::name).collect(Collectors.joining(", ")));
    }

    /// A kind of message, for a place.
    private record Kind(Channel channel, Purpose purpose, String country, String region) {

        String words() {
            List<String> words = new ArrayList<>(List.of(purpose.term(), "by", channel.term()));
            String place = String.join("-", Arrays.asList(country, region));
            if (!country.isEmpty() || !region.isEmpty()) {
                words.addAll(List.of("in", place.replaceAll("^-|-$", "")));
            }
            return String.join(" ", words);
        }
    }

    /// A rule about hours, of a document.
    private record Timed(Policy document, Rule.Hours rule) {

        boolean speaksOf(Kind kind, Overlap overlap) {
            When when = rule.head().when();
            return Overlap.has(when.channels(), kind.channel())
                    && Overlap.has(when.countries(), kind.country())
                    && Overlap.has(when.regions(), kind.region())
                    && overlap.speaks(when, kind.purpose());
        }

        String name() {
            return document.ref().id() + "/" + rule.head().id();
        }
    }
}
