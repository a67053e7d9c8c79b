package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

/// CRM Text's broadcasts, which share a line, over HTTP.
@ExtendWith(SharedSuite.class)
final class CrmTextIT {

    private static final Instant NOON = Instant.parse("2026-11-16T18:00:00Z");
    private static final String EVERYBODY = "{'recipients':100000,'messagesPerMinute':4000}";

    private final Businesses businesses;
    private final Http http;

    CrmTextIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    @BeforeEach
    void setTheClock() {
        http.clock(NOON);
    }

    @Test
    void aHundredThousandRecipientsTakeTwentyFiveMinutes() {
        Business cedar = businesses.open("crm-text");

        Http.Answer answer = http.post(cedar.key(), "/broadcasts/estimate", EVERYBODY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/duration")).isEqualTo("PT25M");
        assertThat(answer.at("/earliestCompletion")).isEqualTo("2026-11-16T18:25:00Z");
        assertThat(answer.body().path("sharedBandwidth").asBoolean()).isTrue();
    }

    @Test
    void theRateThatIsAskedForIsTheOneThatIsEstimated() {
        Business cedar = businesses.open("crm-text", ",'messagesPerMinute':600");

        Http.Answer asked = http.post(cedar.key(), "/broadcasts/estimate", EVERYBODY);
        Http.Answer own = http.post(cedar.key(), "/broadcasts/estimate", "{'recipients':100000}");

        assertThat(asked.at("/duration")).isEqualTo("PT25M");
        assertThat(own.at("/duration")).isEqualTo("PT2H46M40S");
    }

    @Test
    void anEstimateWithNumbersSaysHowManyAreInQuietHours() {
        http.clock(Instant.parse("2026-11-17T03:30:00Z"));
        Business cedar = businesses.open("customerflows", ",'messagesPerMinute':600");

        Http.Answer answer =
                http.post(
                        cedar.key(),
                        "/broadcasts/estimate",
                        """
                        {'recipients':3,'numbers':['+13125550001','+12065550001','+12125550001']}
                        """);

        assertThat(answer.body().path("quietHours").asInt()).isEqualTo(2);
        assertThat(answer.at("/lastAt")).isEqualTo("2026-11-17T14:00:00Z");
    }
}
