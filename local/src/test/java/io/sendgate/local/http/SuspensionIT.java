package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/// What a suspension does to what is already under way, and to whom.
@ExtendWith(SharedSuite.class)
final class SuspensionIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");

    /// Half past nine in the evening in Chicago.
    private static final Instant EVENING = Instant.parse("2026-11-17T03:30:00Z");

    private static final Instant EIGHT = Instant.parse("2026-11-17T14:00:00Z");

    private final Businesses businesses;
    private final Http http;
    private final CaseDesk desk;

    SuspensionIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
        this.desk = new CaseDesk(businesses);
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private Http.Answer redeem(Business business, String id) {
        return http.post(business.key(), "/authorizations/" + id + "/redeem", "");
    }

    private void suspend(Business business) {
        desk.done(desk.open(business), "suspend", "F7.2.3", "");
    }

    @Test
    void aPermitIsNotTakenUpUnderASuspensionAndIsAgainAfterItsLift() {
        Business ada = businesses.open("customerflows", ",'handOff':'redeem'");
        ada.written(ada.person(1), "'marketing'", "");
        String id = ada.offer(ada.person(1)).at("/id");
        String file = desk.open(ada);

        desk.done(file, "suspend", "F7.2.3", "");
        Http.Answer refused = redeem(ada, id);
        desk.done(file, "lift", "F7.2.3", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.codes()).containsExactly("account-suspended");
        assertThat(CaseDesk.clauseOf(refused, "account-suspended")).isEqualTo("F7.2.3");
        assertThat(redeem(ada, id).status()).isEqualTo(200);
    }

    @Test
    void aHeldMessageIsNotReleasedUnderASuspension() {
        http.clock(EVENING);
        Business ada = desk.agreed("customerflows");
        Http.Answer held =
                ada.authorize(ada.person(1), "marketing", Business.OFFER, ",'whenBlocked':'hold'");
        assertThat(held.at("/status")).isEqualTo("held");
        suspend(ada);

        http.clock(EIGHT);
        http.post(Http.OPERATOR, "/local/schedules/frequency-reset/run", "");

        Http.Answer after = http.get(ada.key(), "/authorizations/" + held.at("/id"));
        assertThat(after.at("/release/decision")).isEqualTo("deny");
        assertThat(after.at("/release/reasons/0/code")).isEqualTo("account-suspended");
    }

    @Test
    void aRootsSuspensionIsItsSubAccountsToo() {
        Business root = businesses.open("customerflows");
        Business sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");
        String file = desk.open(root);

        desk.done(file, "suspend", "F7.2.3", "");
        assertThat(visit(sub).codes()).contains("account-suspended");
        desk.done(file, "lift", "F7.2.3", "");

        assertThat(visit(sub).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aSubAccountsSuspensionIsItsOwn() {
        Business root = businesses.open("customerflows");
        Business sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");

        suspend(sub);

        assertThat(visit(sub).codes()).contains("account-suspended");
        assertThat(visit(root).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aSuspendedEndUserSendsNothingAndTheOthersDo() {
        Business ada = businesses.open("customerflows");
        String file = desk.open(ada);

        desk.done(file, "suspend", "F7.2.3", ",'endUser':'user_7'");
        Http.Answer theirs = visit(ada, ",'endUser':'user_7'");
        Http.Answer others = visit(ada, ",'endUser':'user_8'");

        assertThat(theirs.codes()).containsExactly("end-user-blocked");
        assertThat(others.at("/decision")).isEqualTo("allow");
        assertThat(http.get(ada.key(), "/account").at("/standing")).isEqualTo("active");
        desk.done(file, "lift", "F7.2.3", "");
        assertThat(visit(ada, ",'endUser':'user_7'").at("/decision")).isEqualTo("allow");
    }

    @Test
    void aSuspendedAccountsRecipientsAreStillHeard() {
        Business ada = desk.agreed("customerflows");
        GenericHook hook = new GenericHook(http, ada.id(), ada.tollFree()).connected();
        suspend(ada);

        assertThat(hook.message("m-1", ada.person(1), "HELP").at("/intent")).isEqualTo("help");
        assertThat(hook.message("m-2", ada.person(1), "STOP").at("/intent")).isEqualTo("opt-out");

        assertThat(ada.offer(ada.person(1)).codes()).contains("account-suspended", "opted-out");
        assertThat(ada.events("reply.requested")).isNotEmpty();
    }

    private static Http.Answer visit(Business business) {
        return visit(business, "");
    }

    private static Http.Answer visit(Business business, String more) {
        return business.authorize(business.person(2), "job-status", Business.VISIT, more);
    }
}
