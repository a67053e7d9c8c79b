package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.util.List;

/// What the sweep finds by an account's figures of a day, and how often it says so.
@ExtendWith(SharedSuite.class)
final class SweepIT {

    private static final Instant NOON = Instant.parse("2026-11-18T18:00:00Z");
    private static final int ENOUGH = 20;

    private final Businesses businesses;
    private final Http http;

    SweepIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private void sweep() {
        http.post(Http.OPERATOR, "/local/schedules/account-standing/run", "");
    }

    private List<String> found(Business business) {
        return http.get(Http.OPERATOR, "/cases?limit=100&account=" + business.id()).items().stream()
                .map(file -> file.path("origin").asText() + " " + file.path("clause").asText())
                .toList();
    }

    private static String someone(Business business, int which) {
        return "+13124%02d%04d".formatted(which, business.number());
    }

    /// A business that has sent enough for a rate to say something.
    private Business busy(String policy) {
        Business business = businesses.open(policy);
        for (int i = 0; i < ENOUGH; i++) {
            business.written(someone(business, i), "'marketing','transactional'", "");
            Http.Answer sent =
                    business.authorize(someone(business, i), "job-status", Business.VISIT);
            assertThat(sent.at("/decision")).as(sent.text()).isEqualTo("allow");
        }
        return business;
    }

    @Test
    void tooManyOptOutsOpenOneCase() {
        Business crm = busy("crm-text");
        crm.optOut(someone(crm, 0), "all");
        sweep();
        assertThat(found(crm)).isEmpty();

        crm.optOut(someone(crm, 1), "all");
        sweep();
        sweep();

        assertThat(found(crm)).containsExactly("opt-out-rate C3");
    }

    @Test
    void tooManyComplaintsOpenOneCaseBesideTheirOwn() {
        Business sip = busy("sipstack");
        GenericHook hook = new GenericHook(http, sip.id(), sip.tollFree()).connected();
        hook.complaint("c-1", someone(sip, 0));

        sweep();
        sweep();

        assertThat(found(sip)).containsExactlyInAnyOrder("complaint-rate S4", "complaint S4");
    }

    @Test
    void messagesWithoutConsentOpenOneCase() {
        Business oak = businesses.open("backbone");
        for (int i = 0; i < ENOUGH; i++) {
            oak.offer(someone(oak, i));
        }

        sweep();
        sweep();

        assertThat(found(oak)).containsExactly("no-consent B4a");
        JsonNode opened = oak.events("case.opened").getLast();
        assertThat(opened.at("/data/origin").asText()).isEqualTo("no-consent");
    }

    @Test
    void accountsThatShareAnIdentityAreOneCase() {
        String shared = ",'identity':{'taxId':'12-345%d'}";
        Business first = businesses.open("customerflows", shared.formatted(9));
        Business second = businesses.open("customerflows", shared.formatted(9));

        sweep();
        sweep();

        assertThat(found(second)).containsExactly("shared-identity F3.5.5");
        assertThat(found(first)).isEmpty();
        String file = http.get(second.key(), "/cases").at("/items/0/id");
        assertThat(http.get(Http.OPERATOR, "/cases/" + file).at("/accounts"))
                .contains(first.id(), second.id());
        assertThat(http.get(second.key(), "/cases/" + file).text()).doesNotContain(first.id());
    }
}
