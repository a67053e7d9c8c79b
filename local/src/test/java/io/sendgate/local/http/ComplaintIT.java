package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

/// A complaint that a provider passes on blocks the number and opens one case.
@ExtendWith(SharedSuite.class)
final class ComplaintIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    private final Businesses businesses;
    private final Http http;
    private final CaseDesk desk;

    ComplaintIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
        this.desk = new CaseDesk(businesses);
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    @ParameterizedTest
    @CsvSource({"crm-text, C4", "sipstack, S4", "customerflows, ''", "backbone, ''"})
    void aComplaintBlocksTheNumberAndOpensOneCaseHoweverOftenItComes(String policy, String clause) {
        Business business = desk.agreed(policy);
        String person = business.person(1);
        GenericHook hook = hook(business);

        for (int i = 0; i < 3; i++) {
            assertThat(hook.complaint("complaint-1", person).status()).isEqualTo(200);
            assertThat(business.authorize(person, "service", Business.VISIT).codes())
                    .contains("recipient-blocked");
        }

        assertThat(business.events("complaint.received")).hasSize(1);
        assertThat(business.events("case.opened")).hasSize(1);
        Http.Answer cases = http.get(Http.OPERATOR, "/cases?account=" + business.id());
        assertThat(cases.items()).hasSize(1);
        assertThat(cases.at("/items/0/origin")).isEqualTo("complaint");
        assertThat(cases.at("/items/0/clause")).isEqualTo(clause);
        assertThat(cases.text()).doesNotContain(person);
    }

    @Test
    void anotherPersonsComplaintIsAnotherCaseAndOthersAreStillWrittenTo() {
        Business ada = desk.agreed("customerflows");
        GenericHook hook = hook(ada);

        hook.complaint("complaint-1", ada.person(2));
        hook.complaint("complaint-2", ada.person(3));

        assertThat(ada.events("case.opened")).hasSize(2);
        assertThat(ada.offer(ada.person(1)).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aComplaintTakesOpenPermitsAndHoldsForTheWholeFamily() {
        Business root = businesses.open("customerflows", ",'handOff':'redeem'");
        String parent = ",'parent':'" + root.id() + "','handOff':'redeem'";
        Business sub = businesses.open("customerflows", parent);
        String person = sub.person(1);
        sub.written(person, "'marketing'", "");
        Http.Answer allowed = sub.offer(person);
        assertThat(allowed.at("/decision")).isEqualTo("allow");

        hook(root).complaint("complaint-1", person);

        Http.Answer late =
                http.post(sub.key(), "/authorizations/" + allowed.at("/id") + "/redeem", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.codes()).contains("recipient-blocked");
        assertThat(sub.authorize(person, "service", Business.VISIT).codes())
                .contains("recipient-blocked");
    }

    private GenericHook hook(Business business) {
        return new GenericHook(http, business.id(), business.tollFree()).connected();
    }
}
