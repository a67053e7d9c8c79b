package io.sendgate.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.CaseEvents;
import io.sendgate.aws.EventMaker;
import io.sendgate.aws.PolicyEvents;
import io.sendgate.aws.Published;
import io.sendgate.aws.StoredCase;
import io.sendgate.aws.StreamedItem;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.aws.TableName;
import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;
import io.sendgate.standing.CaseEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class EventCatalogueTest {

    private static final Pattern TELEPHONE_NUMBER = Pattern.compile("\\+\\d{8,}");
    private static final RecipientTag TAG = new RecipientTag("04AB3DEFGH5JKMNPQRSTVWXY");
    private static final NoteKey NOTE = NoteKey.of(new Ref.Noted(0x1A));
    private static final String HASH = "q7Zr0_-A";

    static Stream<String> types() {
        return EventCatalogue.types().stream();
    }

    static Stream<StoredCase> cases() {
        return MadeUpCases.all();
    }

    static Stream<Change> changes() {
        return MadeUpChanges.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeGivesAnEventThatFitsItsSchema(Change change) {
        Stream.of(
                        new Published.Place.Numbered(12),
                        new Published.Place.Noted(NOTE, 12),
                        new Published.Place.Noted(NOTE.followUp("wait-2"), 12),
                        new Published.Place.Noted(NoteKey.receipt(HASH, "read"), 0))
                .flatMap(place -> events(change, place))
                .forEach(EventCatalogueTest::fitsItsSchema);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aLineOfACaseGivesEventsThatFitTheirSchemas(StoredCase one) {
        List<SuiteEvent> events = new CaseEvents().events(MadeUpCases.streamed(one));
        assertThat(events).isNotEmpty().allSatisfy(EventCatalogueTest::fitsItsSchema);
        assertThat(events)
                .extracting(event -> EventCatalogue.json(event.json()).at("/data/reason").asText())
                .allSatisfy(reason -> assertThat(reason).doesNotContainPattern("\\d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acct_ada"})
    void aNoticeOfAPolicyGivesAnEventThatFitsItsSchema(String account) {
        Map<String, AttributeValue> image = new HashMap<>();
        image.put("id", AttributeValue.fromS("customerflows"));
        image.put("version", AttributeValue.fromS("2027-01-01#everybody"));
        image.put("of", AttributeValue.fromS("2027-01-01"));
        image.put("digest", AttributeValue.fromS("sha256:" + "0a".repeat(32)));
        image.put("summary", AttributeValue.fromS("Marketing ends an hour earlier."));
        image.put("lastUpdated", AttributeValue.fromS("2026-12-01"));
        image.put("effectiveAt", AttributeValue.fromS("2027-01-01T00:00:00.000Z"));
        image.put("material", AttributeValue.fromN("1"));
        image.put("number", AttributeValue.fromN("3"));
        image.put("time", AttributeValue.fromS("2026-12-01T00:00:00.000Z"));
        if (!account.isEmpty()) {
            image.put("account", AttributeValue.fromS(account));
        }

        List<SuiteEvent> events =
                new PolicyEvents().events(new StreamedItem(TableName.POLICIES, "1", true, image));

        assertThat(events).hasSize(1).allSatisfy(EventCatalogueTest::fitsItsSchema);
    }

    @Test
    void everyKindOfLineIsAmongThem() {
        assertThat(cases().map(one -> one.history().last().kind()).distinct())
                .containsExactlyInAnyOrder(CaseEntry.Kind.values());
    }

    @Test
    void everyKindOfChangeIsAmongThem() {
        assertThat(changes().map(Change::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds());
    }

    private static List<Class<? extends Change>> kinds() {
        return Arrays.stream(Change.class.getPermittedSubclasses())
                .<Class<? extends Change>>map(kind -> kind.asSubclass(Change.class))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSampleFitsItsSchema(String type) {
        assertThat(EventCatalogue.faults(type, EventCatalogue.sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSampleHoldsNoTelephoneNumber(String type) {
        assertThat(EventCatalogue.sample(type)).doesNotContainPattern(TELEPHONE_NUMBER);
    }

    @Test
    void theTableListsEveryFolderAndNothingElse() {
        assertThat(EventCatalogue.table()).isEqualTo(EventCatalogue.types()).isNotEmpty();
    }

    private static void fitsItsSchema(SuiteEvent event) {
        assertThat(EventCatalogue.faults(event.type(), event.json())).as(event.json()).isEmpty();
    }

    private static Stream<SuiteEvent> events(Change change, Published.Place place) {
        return new EventMaker()
                        .events(
                                new Published(
                                        TAG,
                                        place,
                                        MadeUpChanges.ADA,
                                        MadeUpChanges.ADA,
                                        MadeUpChanges.NOW,
                                        List.of(change),
                                        Optional.empty()))
                        .stream();
    }
}
