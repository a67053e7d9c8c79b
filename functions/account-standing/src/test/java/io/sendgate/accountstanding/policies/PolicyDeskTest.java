package io.sendgate.accountstanding.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.Violation;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/// What keeps a version from being published, and where it says so.
class PolicyDeskTest {

    private static final Drafts PLAIN = Drafts.of("crm-text");
    private static final Drafts FLOWS = Drafts.of("customerflows");

    private final NewPlatform platform = new NewPlatform();

    private void check(Drafts draft) {
        platform.desk.check(platform.desk.read(draft.bytes()), platform.state(), NewPlatform.NOW);
    }

    private Problem refused(Drafts draft) {
        return catchThrowableOfType(ProblemException.class, () -> check(draft)).problem();
    }

    private List<String> pointers(Drafts draft) {
        return refused(draft).errors().stream().map(Violation::pointer).toList();
    }

    private static Drafts without(Drafts draft, String member) {
        return draft.change(tree -> tree.remove(member));
    }

    private static Drafts quietFrom(Drafts draft, String to) {
        return draft.change(
                tree ->
                        Drafts.rule(tree, "quiet-hours")
                                .path("open")
                                .forEach(day -> ((ObjectNode) day).put("to", to)));
    }

    @Test
    void aLaterVersionThatKeepsItsWordMayBePublished() {
        assertThatCode(() -> check(PLAIN)).doesNotThrowAnyException();
        assertThatCode(() -> check(FLOWS.with("material", "true"))).doesNotThrowAnyException();
        assertThatCode(() -> check(without(PLAIN, "effectiveAt"))).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoDocumentIsABadRequestWithEveryPlace() {
        Problem problem = refused(PLAIN.with("rules", "[{'id':'x','kind':'forbid'}]").id("No!"));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Violation::pointer).contains("/id", "/rules/0");
    }

    @Test
    void aSummaryAndADateAreAskedFor() {
        assertThat(refused(without(PLAIN, "summary")).status()).isEqualTo(400);
        assertThat(refused(without(PLAIN, "lastUpdated")).status()).isEqualTo(422);
        assertThat(pointers(without(PLAIN, "lastUpdated"))).containsExactly("/lastUpdated");
        assertThat(pointers(PLAIN.with("summary", "' '"))).containsExactly("/summary");
    }

    @Test
    void aRuleOfNoClauseIsRefusedWhereItStands() {
        Problem problem =
                refused(PLAIN.change(tree -> Drafts.rule(tree, "no-burst").put("clause", "C99")));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).anyMatch(one -> one.pointer().endsWith("/clause"));
    }

    @Test
    void aMaterialChangeIsInTimeToTheSecond() {
        Drafts material = FLOWS.with("material", "true");
        Instant earliest = NewPlatform.NOW.plusSeconds(14 * 24 * 3600);

        assertThatCode(() -> check(material.with("effectiveAt", "'" + earliest + "'")))
                .doesNotThrowAnyException();
        Drafts late = material.with("effectiveAt", "'" + earliest.minusSeconds(1) + "'");
        assertThat(refused(late).status()).isEqualTo(422);
        assertThat(pointers(late)).containsExactly("/effectiveAt");
        assertThat(refused(late).errors().getFirst().detail()).contains("14 days", "F9.2");
        assertThat(pointers(without(material, "effectiveAt"))).containsExactly("/effectiveAt");
    }

    @Test
    void aPolicyThatPromisesNoNoticeNeedsNone() {
        assertThatCode(
                        () ->
                                check(
                                        PLAIN.with("material", "true")
                                                .with("effectiveAt", "'" + NewPlatform.NOW + "'")))
                .doesNotThrowAnyException();
    }

    @Test
    void aVersionIsNotInForceBeforeItIsPublished() {
        assertThat(pointers(PLAIN.with("effectiveAt", "'" + NewPlatform.NOW.minusMillis(1) + "'")))
                .containsExactly("/effectiveAt");
    }

    @Test
    void theNextVersionHasALaterDateWhereThePolicySaysSo() {
        platform.add(FLOWS.bytes(), NewPlatform.NOW);
        platform.add(PLAIN.bytes(), NewPlatform.NOW);

        assertThat(pointers(FLOWS.version("next"))).containsExactly("/lastUpdated");
        assertThatCode(() -> check(PLAIN.version("next"))).doesNotThrowAnyException();
        assertThat(pointers(PLAIN.version("next").with("lastUpdated", "'2026-11-30'")))
                .containsExactly("/lastUpdated");
    }

    @Test
    void theCasesOfTheVersionBeforeAreRunAndNamedWhereTheyFail() {
        Problem problem = refused(quietFrom(FLOWS, "20:00"));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors())
                .isNotEmpty()
                .allMatch(one -> one.pointer().startsWith("/cases/F4"));
        assertThat(problem.toJson().path("cases").toString()).contains("F4.4.3/");
    }

    @Test
    void casesThatAreReplacedProveTheChange() {
        Problem problem = refused(quietFrom(FLOWS, "20:30"));
        Drafts mended = quietFrom(FLOWS, "20:30");
        StringBuilder cases = new StringBuilder("{");
        for (Violation one : problem.errors()) {
            String[] path = one.pointer().split("/");
            assertThat(path[2]).isEqualTo("F4.4.3");
            cases.append(cases.length() == 1 ? "'F4.4.3':{" : ",")
                    .append("'")
                    .append(path[3])
                    .append("':null");
        }
        cases.append(
                """
                ,'not-after-half-past-eight':{
                  'given':{'recipient':{'zones':['America/Chicago'],
                    'consents':[{'purposes':['marketing'],'tier':'express-written'}]}},
                  'request':{'purpose':'marketing'},'at':'2026-11-18T02:30:00Z',
                  'expect':{'decision':'defer','codes':['quiet-hours'],
                    'until':'2026-11-18T14:00:00Z'}}}}
                """);

        assertThatCode(() -> check(mended.with("cases", cases.toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void aRuleThatNoCaseTurnsOnIsRefused() {
        Drafts unproven =
                PLAIN.change(
                        tree ->
                                tree.withArray("rules")
                                        .add(
                                                Drafts.rule(tree, "no-burst")
                                                        .deepCopy()
                                                        .put("id", "no-more")
                                                        .put("max", 900)
                                                        .put("per", "PT1H")));

        assertThat(refused(unproven).errors())
                .singleElement()
                .satisfies(one -> assertThat(one.detail()).contains("no case"));
    }

    @Test
    void aCaseThatIsNoneIsRefusedWhereItDeparts() {
        Drafts slip = PLAIN.with("cases", "{'C5':{'a-slip':{'given':{'recipent':{}}}},'C99':{}}");

        assertThat(pointers(slip)).containsExactly("/cases/C5/a-slip/given/recipent");
    }

    @Test
    void aContradictionIsRefusedWhereItStands() {
        assertThat(pointers(PLAIN.with("replies", "{'help':'{business}: we are here.'}")))
                .containsExactly("/replies/help");
    }

    @Test
    void theVersionInTheBoxAndSendgatesOwnRulesAreNotPublished() {
        assertThat(refused(PLAIN.version("2026-11-21")).status()).isEqualTo(409);
        assertThat(pointers(Drafts.of("sendgate"))).containsExactly("/id");
    }

    @Test
    void aNewPolicyBringsItsOwnCases() {
        assertThat(pointers(PLAIN.id("acme"))).allMatch(one -> one.startsWith("/rules/"));
    }
}
