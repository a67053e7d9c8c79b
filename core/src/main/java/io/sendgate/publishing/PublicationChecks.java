package io.sendgate.publishing;

import io.sendgate.publishing.Promises.Notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a version keeps what the policy has promised about its versions: pure and total.
public final class PublicationChecks {

    private static final String EFFECTIVE_AT = "/effectiveAt";
    private static final String LAST_UPDATED = "/lastUpdated";

    private PublicationChecks() {}

    /// What keeps a version from being published; empty where nothing does.
    public static List<Finding> findings(Publication publication) {
        List<Finding> found = new ArrayList<>();
        instant(publication).ifPresent(found::add);
        publication
                .promises()
                .notice()
                .flatMap(it -> notice(it, publication))
                .ifPresent(found::add);
        date(publication).ifPresent(found::add);
        if (publication.policy().summary().isBlank()) {
            found.add(
                    new Finding(
                            "/summary",
                            "must say what has changed" + by(publication.promises().summary())));
        }
        return List.copyOf(found);
    }

    /// Nobody can have obeyed a version before it was published.
    private static Optional<Finding> instant(Publication publication) {
        return publication.effectiveAt().isBefore(publication.at())
                ? Optional.of(new Finding(EFFECTIVE_AT, "must not be over already"))
                : Optional.empty();
    }

    private static Optional<Finding> notice(Notice promised, Publication publication) {
        Instant earliest = publication.at().plus(Duration.ofDays(promised.days()));
        return publication.material() && publication.effectiveAt().isBefore(earliest)
                ? Optional.of(
                        new Finding(
                                EFFECTIVE_AT,
                                "must be at least "
                                        + promised.days()
                                        + " days ahead for a material change"
                                        + by(Optional.of(promised.clause()))
                                        + ": "
                                        + earliest
                                        + " or later"))
                : Optional.empty();
    }

    private static Optional<Finding> date(Publication publication) {
        Optional<LocalDate> given = publication.policy().lastUpdated();
        if (given.isEmpty()) {
            return Optional.of(new Finding(LAST_UPDATED, "must be given"));
        }
        Optional<String> promise = publication.promises().date();
        return publication
                .lastUpdated()
                .filter(
                        last ->
                                promise.isPresent()
                                        ? !given.get().isAfter(last)
                                        : given.get().isBefore(last))
                .map(
                        last ->
                                new Finding(
                                        LAST_UPDATED,
                                        (promise.isPresent()
                                                        ? "must be later than "
                                                        : "must not be before ")
                                                + last
                                                + by(promise)));
    }

    private static String by(Optional<String> clause) {
        return clause.map(id -> " (clause " + id + ")").orElse("");
    }
}
