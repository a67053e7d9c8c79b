package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.rest.problem.Violation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class AccountChecksTest {

    private static final PolicyChoices CHOICES =
            new PolicyChoices(Set.of("customerflows"), Set.of("us-federal", "ctia"));

    @Test
    void aDocumentThatNamesWhatThereIsIsFit() {
        assertThat(
                        faults(
                                """
                                {"businessName": "Ada", "policy": "customerflows",
                                 "packs": ["us-federal", "ctia"],
                                 "senders": [
                                   {"id": "+18885550123", "channel": "sms", "type": "toll-free"},
                                   {"id": "+18885550123", "channel": "whatsapp",
                                    "type": "whatsapp"},
                                   {"id": "72345", "channel": "sms", "type": "short-code"},
                                   {"id": "ADA", "channel": "sms", "type": "alphanumeric"}],
                                 "attestations": [
                                   {"name": "policy-accepted", "by": "ada",
                                    "at": "2026-11-22T12:00:00Z"}]}
                                """))
                .isEmpty();
    }

    @Test
    void anUnknownPolicyAndAnUnknownPackAreNamedAtTheirPlaces() {
        assertThat(
                        faults(
                                """
                                {"businessName": "Ada", "policy": "ctia", "packs": ["ctia", "moon"]}
                                """))
                .extracting(Violation::pointer)
                .containsExactly("/policy", "/packs/1");
    }

    @Test
    void aSenderIsListedOnceForTextAndPictureMessagesTogether() {
        assertThat(
                        faults(
                                """
                                {"businessName": "Ada", "policy": "customerflows", "senders": [
                                  {"id": "+18885550123", "channel": "sms", "type": "toll-free"},
                                  {"id": "+18885550123", "channel": "mms", "type": "toll-free"}]}
                                """))
                .containsExactly(new Violation("/senders/1", "is listed twice"));
    }

    @Test
    void whatIsCalledALongCodeMustBeANumber() {
        assertThat(
                        faults(
                                """
                                {"businessName": "Ada", "policy": "customerflows", "senders": [
                                  {"id": "ADA", "channel": "sms", "type": "long-code"}]}
                                """))
                .extracting(Violation::pointer)
                .containsExactly("/senders/0/id");
    }

    private static List<Violation> faults(String json) {
        return AccountChecks.faults(Bench.profile(json), CHOICES);
    }
}
