package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import io.sendgate.account.AccountId;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.RecipientTag;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.ReasonCode;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;
import io.sendgate.message.Purpose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class EventMakerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:10:00.125Z");
    private static final RecipientTag TAG = new RecipientTag("04AB3DEFGH5JKMNPQRSTVWXY");
    private static final AccountId ROOT = new AccountId("acct_ada");
    private static final AccountId BRANCH = new AccountId("acct_branch");
    private static final Published.Place TWELFTH = new Published.Place.Numbered(12);

    private final EventMaker maker = new EventMaker();

    @Test
    void anOptOutIsACloudEventAboutTheTag() {
        SuiteEvent event = only(new Change.OptedOut(Scope.MARKETING, Optional.empty(), NOW, "sms"));

        CloudEvent parsed =
                new JsonFormat().deserialize(event.json().getBytes(StandardCharsets.UTF_8));
        assertThat(parsed.getId()).isEqualTo(event.id()).hasSize(22);
        assertThat(parsed.getSource()).hasToString("/sendgate");
        assertThat(parsed.getType()).isEqualTo("opt-out.recorded").isEqualTo(event.type());
        assertThat(parsed.getSubject()).isEqualTo(TAG.value());
        assertThat(parsed.getTime()).isEqualTo("2026-11-22T03:10:00.125Z");
        assertThat(parsed.getExtension("account")).isEqualTo("acct_branch");
        assertThat(parsed.getExtension("sequence")).isEqualTo("000000000012-01");
        assertThat(json(event).path("data"))
                .isEqualTo(
                        tree(
                                """
                                {"scope":"marketing","at":"2026-11-22T03:10:00.125Z","via":"sms",
                                 "recipient":"04AB3DEFGH5JKMNPQRSTVWXY","account":"acct_branch"}
                                """));
    }

    @Test
    void theSameRecordGivesTheSameIdsAndEachChangeItsOwn() {
        Published record =
                entry(
                        new Change.FrequencyReset(ROOT, "customerflows/weekly"),
                        new Change.FrequencyReset(BRANCH, "customerflows/weekly"));

        List<SuiteEvent> events = maker.events(record);

        assertThat(events).isEqualTo(maker.events(record));
        assertThat(events).extracting(SuiteEvent::id).doesNotHaveDuplicates().hasSize(2);
        assertThat(events)
                .extracting(SuiteEvent::account)
                .containsExactly(Optional.of(ROOT), Optional.of(BRANCH));
        assertThat(events)
                .extracting(event -> json(event).path("sequence").asText())
                .containsExactly("000000000012-01", "000000000012-02");
    }

    @Test
    void aNoteSortsAfterTheEntryItWasDecidedOnAndBeforeTheNext() {
        NoteKey key = NoteKey.of(new Ref.Noted(0x1A));
        Published.Place note = new Published.Place.Noted(key, 12);

        assertThat(note.sequence(1))
                .isEqualTo("000000000012~000000000000001a")
                .isGreaterThan(TWELFTH.sequence(99))
                .isLessThan(new Published.Place.Numbered(13).sequence(1))
                .isLessThan(note.sequence(2));
    }

    @ParameterizedTest
    @CsvSource({
        "DENY, authorization.denied",
        "DEFER, authorization.deferred",
        "REVIEW, authorization.review"
    })
    void aRefusalIsNamedByItsOutcome(Outcome outcome, String type) {
        SuiteEvent event =
                only(
                        new Change.Refused(
                                "auth_1",
                                outcome,
                                Optional.of(NOW),
                                List.of(ReasonCode.QUIET_HOURS, ReasonCode.FREQUENCY_CAP),
                                Channel.SMS,
                                Purpose.FOLLOW_UP,
                                "customerflows",
                                "2026-01",
                                Optional.empty()));

        assertThat(event.type()).isEqualTo(type);
        assertThat(json(event).path("data").path("codes"))
                .isEqualTo(tree("[\"quiet-hours\",\"frequency-cap\"]"));
        assertThat(json(event).path("data").path("purpose").asText()).isEqualTo("follow-up");
        assertThat(json(event).path("data").has("hold")).isFalse();
    }

    @Test
    void aProvidersOutcomeThatHasItsDeliveryBesideItIsToldOnce() {
        Change outcome =
                new Change.OutcomeReported(
                        "auth_1", 3, Grant.Status.FAILED, "twilio", Optional.of("hash"));
        Change delivery =
                new Change.DeliveryUpdated(
                        Optional.of("auth_1"), "twilio", "undelivered", Optional.of("30003"));

        assertThat(maker.events(entry(delivery, outcome)))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(json(event).path("data").path("errorCode").asText())
                                        .isEqualTo("30003"));
        assertThat(maker.events(entry(outcome)))
                .extracting(SuiteEvent::type)
                .containsExactly("delivery.updated");
    }

    @Test
    void whatOnlyItsCallerNeedsToKnowGivesNoEvent() {
        assertThat(
                        maker.events(
                                entry(
                                        new Change.Redeemed("auth_1", 3, Optional.empty()),
                                        new Change.FactsRecorded(ROOT, List.of("timezone")),
                                        new Change.ReferenceRecorded(ROOT, "booking", "open"),
                                        new Change.BlockChanged(true, "case"),
                                        new Change.Erased())))
                .isEmpty();
    }

    private SuiteEvent only(Change change) {
        List<SuiteEvent> events = maker.events(entry(change));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static Published entry(Change... changes) {
        return new Published(TAG, TWELFTH, ROOT, BRANCH, NOW, List.of(changes), Optional.empty());
    }

    private static JsonNode json(SuiteEvent event) {
        return tree(event.json());
    }

    private static JsonNode tree(String json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("no JSON: " + json, wrong);
        }
    }
}
