package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Every case of every policy document once more, over HTTP: what the catalogue says goes in is
/// brought about by requests, and what it says comes out is asked for.
@ExtendWith(SharedSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryCaseIT {

    private static final List<CaseStory> STORIES = CaseStory.all();

    private final Http http;
    private final CaseAccounts accounts;
    private int told;

    EveryCaseIT(Businesses businesses) {
        this.http = businesses.http();
        this.accounts = new CaseAccounts(businesses);
    }

    static Stream<CaseStory> reachable() {
        return STORIES.stream().filter(story -> CaseWorld.unreachable(story).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("reachable")
    void everyCaseComesToItsDecisionOverHttp(CaseStory story) {
        http.clock(story.at());
        String person = CaseWorld.person(story, ++told);
        CaseWorld world = new CaseWorld(http, story, accounts.of(story), person);
        world.bringAbout();

        Http.Answer answer = world.ask();

        JsonNode expected = story.told().path("expect");
        assertThat(answer.at("/decision")).as(answer.text()).isEqualTo(text(expected, "decision"));
        assertThat(codes(answer, story)).as(answer.text()).isEqualTo(codes(expected));
        assertThat(text(answer.body(), "until"))
                .as(answer.text())
                .isEqualTo(text(expected, "until"));
    }

    /// Beside them stand those that no request can bring about; they are decided by the build only.
    @Test
    void almostEveryCaseIsToldOverHttp() {
        assertThat(reachable().count()).isGreaterThan(STORIES.size() * 95L / 100);
    }

    private static String text(JsonNode from, String member) {
        return from.path(member).asText("");
    }

    private static Set<String> codes(JsonNode expected) {
        return StreamSupport.stream(expected.path("codes").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The answer's codes, without the consent that an opt-out has revoked and a refused capture
    // has
    /// not left: a case gives the opt-out and the consent side by side, which no request can.
    private static Set<String> codes(Http.Answer answer, CaseStory story) {
        Set<String> codes = new TreeSet<>(answer.codes());
        Set<String> wanted = codes(story.told().path("expect"));
        if (wanted.contains("opted-out") || wanted.contains("purchased-list")) {
            codes.removeIf(code -> code.equals("consent-missing") && !wanted.contains(code));
        }
        return codes;
    }
}
