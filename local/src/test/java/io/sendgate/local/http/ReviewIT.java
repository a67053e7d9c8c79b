package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A message that a person must look at: its case, and what the operator's word does.
@ExtendWith(SharedSuite.class)
final class ReviewIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String DOUBTFUL =
            "Ada Plumbing: last warning before we end the 20% sale. Reply STOP to unsubscribe";
    private static final String OTHER =
            "Ada Plumbing: last warning before we end the 30% sale. Reply STOP to unsubscribe";

    private final Http http;
    private final CaseDesk desk;
    private final Business ada;
    private final String person;

    ReviewIT(Businesses businesses) {
        this.http = businesses.http();
        http.clock(NOON);
        this.desk = new CaseDesk(businesses);
        this.ada = desk.agreed("customerflows");
        this.person = ada.person(1);
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    private Http.Answer review(String body) {
        Http.Answer review = ada.authorize(person, "marketing", body);
        assertThat(review.at("/decision")).as(review.text()).isEqualTo("review");
        assertThat(review.at("/case")).startsWith("case_");
        return review;
    }

    private String listed(Http.Answer review) throws InterruptedException {
        String file = review.at("/case");
        for (int i = 0; i < 50; i++) {
            if (http.get(Http.OPERATOR, "/cases?state=open&account=" + ada.id())
                    .body()
                    .findValuesAsText("id")
                    .contains(file)) {
                return file;
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("not listed within five seconds");
    }

    private Http.Answer look(String id) {
        return http.get(ada.key(), "/authorizations/" + id);
    }

    @Test
    void anApprovalDecidesThatVeryRequestAfreshAndClearsItsText() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);
        String file = listed(review);
        assertThat(http.get(Http.OPERATOR, "/cases/" + file).at("/authorization"))
                .isEqualTo(review.at("/id"));

        desk.done(file, "approve", "F3.2.2", "");

        Http.Answer after = look(review.at("/id"));
        assertThat(after.at("/decision")).isEqualTo("review");
        assertThat(after.at("/release/decision")).isEqualTo("allow");
        assertThat(look(after.at("/release/id")).at("/hold")).isEqualTo(review.at("/id"));
        assertThat(ada.events("authorization.released")).hasSize(1);
        assertThat(review(OTHER).at("/case")).isNotEqualTo(file);
    }

    @Test
    void whoAsksAgainAfterTheApprovalGetsItsPlaceOnce() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);
        desk.done(listed(review), "approve", "F3.2.2", "");

        Http.Answer again = ada.authorize(person, "marketing", DOUBTFUL);
        Http.Answer oncemore = ada.authorize(person, "marketing", DOUBTFUL);

        assertThat(again.at("/decision")).isEqualTo("allow");
        assertThat(again.at("/id")).isEqualTo(look(review.at("/id")).at("/release/id"));
        assertThat(oncemore.codes()).containsExactly("frequency-cap");
    }

    @Test
    void ofManyWhoAskAgainAtOnceOneTakesItUp() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);
        desk.done(listed(review), "approve", "F3.2.2", "");
        List<Callable<Http.Answer>> asking =
                Collections.nCopies(16, () -> ada.authorize(person, "marketing", DOUBTFUL));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(
                            threads.invokeAll(asking).stream()
                                    .map(Future::resultNow)
                                    .filter(answer -> answer.at("/decision").equals("allow")))
                    .hasSize(1);
        }
    }

    @Test
    void theKeyOfAReviewedRequestAnswersWhatItWasReleasedAs() throws InterruptedException {
        String request = ada.request(person, "marketing", DOUBTFUL, "");
        Http.Answer review = http.post(ada.key(), "/authorizations", request, "reviewed");
        assertThat(review.at("/decision")).isEqualTo("review");
        desk.done(listed(review), "approve", "F3.2.2", "");

        Http.Answer again = http.post(ada.key(), "/authorizations", request, "reviewed");
        Http.Answer oncemore = http.post(ada.key(), "/authorizations", request, "reviewed");

        assertThat(again.at("/id")).isEqualTo(look(review.at("/id")).at("/release/id"));
        assertThat(oncemore.at("/id")).isEqualTo(again.at("/id"));
    }

    @Test
    void aDismissalClearsTheTextAndReleasesNothing() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);

        desk.done(listed(review), "dismiss", "F3.2.2", "");

        assertThat(look(review.at("/id")).body().path("release").isNull()).isTrue();
        assertThat(ada.authorize(person, "marketing", DOUBTFUL).at("/decision")).isEqualTo("allow");
    }

    @Test
    void aRefusalClosesTheCaseAndClearsNothing() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);
        String file = listed(review);

        desk.done(file, "refuse", "F3.2.2", "");

        assertThat(http.get(Http.OPERATOR, "/cases/" + file).at("/state")).isEqualTo("closed");
        assertThat(review(DOUBTFUL).at("/case")).isNotEqualTo(file);
    }

    @Test
    void anApprovalThatCannotGoAnyMoreSaysWhy() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);
        String file = listed(review);
        ada.optOut(person, "all");

        desk.done(file, "approve", "F3.2.2", "");

        Http.Answer after = look(review.at("/id"));
        assertThat(after.at("/release/decision")).isEqualTo("deny");
        assertThat(after.at("/release/reasons/0/code")).isEqualTo("opted-out");
    }

    @Test
    void anApprovedTextIsUnderReviewAgainOnceItsApprovalIsLifted() throws InterruptedException {
        Http.Answer review = review(DOUBTFUL);
        String file = listed(review);
        desk.done(file, "dismiss", "F3.2.2", "");

        desk.done(file, "lift", "F3.2.2", "");

        assertThat(review(DOUBTFUL).at("/decision")).isEqualTo("review");
    }
}
