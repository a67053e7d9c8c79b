package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/// An erasure by one account of a family: what it held is forgotten, what others hold is not, and
/// what the family shares still stands.
@ExtendWith(SharedSuite.class)
final class FamilyErasureIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    private final Http http;
    private final Business root;
    private final Business sub;
    private final String person;

    FamilyErasureIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.root = businesses.open("customerflows");
        this.sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");
        this.person = root.person(1);
    }

    @BeforeEach
    void consents() {
        http.clock(NOON);
        root.written(person, "'marketing'", "");
    }

    private Http.Answer erase(Business business) {
        Http.Answer erased = http.delete(business.key(), "/recipients/" + Http.path(person));
        assertThat(erased.status()).isEqualTo(202);
        return erased;
    }

    private void aDayLater() {
        http.clock(NOON.plusSeconds(86_400));
        http.post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");
    }

    @Test
    void aSubAccountsErasureForgetsItsOwnConsentsOnly() {
        String roots = root.written(person, "'follow-up'", "").at("/id");
        String subs = sub.written(person, "'marketing'", "").at("/id");

        erase(sub);
        aDayLater();

        assertThat(http.get(sub.key(), "/consents/" + subs).status()).isEqualTo(404);
        assertThat(http.get(root.key(), "/consents/" + roots + "/evidence").status())
                .isEqualTo(200);
        assertThat(sub.offer(person).codes()).contains("consent-missing");
        assertThat(root.offer(person).at("/decision")).isEqualTo("allow");
    }

    @Test
    void theFamilysOptOutOutlivesEveryErasure() {
        sub.written(person, "'marketing'", "");
        sub.optOut(person, "all");

        erase(sub);
        erase(root);
        aDayLater();

        assertThat(root.offer(person).codes()).contains("opted-out");
        assertThat(sub.offer(person).codes()).contains("opted-out");
    }

    @Test
    void aPlaceInACapIsTheFamilysAndOutlivesAnErasure() {
        sub.written(person, "'marketing'", "");
        assertThat(sub.offer(person).at("/decision")).isEqualTo("allow");

        erase(sub);

        assertThat(root.offer(person).codes()).contains("frequency-cap");
    }
}
