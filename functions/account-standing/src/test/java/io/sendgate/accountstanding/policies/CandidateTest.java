package io.sendgate.accountstanding.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.sendgate.policy.Policy;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final Drafts NEXT = Drafts.of("crm-text");

    private final NewPlatform platform = new NewPlatform();

    private Policy candidate(String id, JsonNode wanted) {
        return platform.desk.candidate(id, wanted, platform.state());
    }

    private Problem refused(String id, JsonNode wanted) {
        return catchThrowableOfType(ProblemException.class, () -> candidate(id, wanted)).problem();
    }

    @Test
    void aVersionIsNamedWhetherItIsInTheBoxOrPublished() {
        platform.add(NEXT.bytes(), NewPlatform.NOW.plusSeconds(1));

        assertThat(candidate("crm-text", TextNode.valueOf("2026-11-21")).ref().version())
                .isEqualTo("2026-11-21");
        assertThat(candidate("crm-text", TextNode.valueOf("2027-01-01")).ref().version())
                .isEqualTo("2027-01-01");
        assertThat(refused("crm-text", TextNode.valueOf("moon")).status()).isEqualTo(422);
        assertThat(refused("moon", TextNode.valueOf("1")).status()).isEqualTo(404);
    }

    @Test
    void aWholeDocumentIsReadWhereItStands() {
        assertThat(candidate("crm-text", NEXT.tree()).ref().version()).isEqualTo("2027-01-01");
        assertThat(refused("sipstack", NEXT.tree()).errors().getFirst().pointer())
                .isEqualTo("/candidate/id");
        Problem misshapen = refused("crm-text", NEXT.with("classes", "7").tree());
        assertThat(misshapen.status()).isEqualTo(400);
        assertThat(misshapen.errors().getFirst().pointer()).isEqualTo("/candidate/classes");
    }
}
