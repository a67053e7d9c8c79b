package io.sendgate.rest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.contact.Term;
import io.sendgate.ledger.Grant;
import io.sendgate.message.MessageClass;
import io.sendgate.rest.answer.ClauseView;
import io.sendgate.rest.answer.DecisionView;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.dto.AccountDto;
import io.sendgate.rest.dto.ActionDto;
import io.sendgate.rest.dto.AppealDecisionDto;
import io.sendgate.rest.dto.AppealDto;
import io.sendgate.rest.dto.AuthorizationRequestDto;
import io.sendgate.rest.dto.BroadcastDto;
import io.sendgate.rest.dto.CaseOpeningDto;
import io.sendgate.rest.dto.ConsentCaptureDto;
import io.sendgate.rest.dto.EndUserDto;
import io.sendgate.rest.dto.FormDto;
import io.sendgate.rest.dto.LocalClockDto;
import io.sendgate.rest.dto.OptOutDto;
import io.sendgate.rest.dto.OutcomeDto;
import io.sendgate.rest.dto.RecipientFactsDto;
import io.sendgate.rest.dto.ReferenceDto;
import io.sendgate.rest.dto.ReplayDto;
import io.sendgate.rest.dto.ReportDto;
import io.sendgate.rest.dto.WebhookSettingsDto;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A schema and its record say the same: the same members, the same of them required, the same
/// words.
class SchemasAndRecordsTest {

    private static final Map<String, JsonNode> SCHEMAS = Schemas.load().documents();

    /// Of these the caller may say some words only.
    private static final Set<Class<?>> PARTLY = Set.of(Grant.Status.class, MessageClass.class);

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("account", AccountDto.class),
                Arguments.of("webhook-settings", WebhookSettingsDto.class),
                Arguments.of("recipient-facts", RecipientFactsDto.class),
                Arguments.of("reference", ReferenceDto.class),
                Arguments.of("end-user", EndUserDto.class),
                Arguments.of("authorization-request", AuthorizationRequestDto.class),
                Arguments.of("broadcast", BroadcastDto.class),
                Arguments.of("outcome", OutcomeDto.class),
                Arguments.of("consent-capture", ConsentCaptureDto.class),
                Arguments.of("opt-out", OptOutDto.class),
                Arguments.of("form", FormDto.class),
                Arguments.of("report", ReportDto.class),
                Arguments.of("case-opening", CaseOpeningDto.class),
                Arguments.of("action", ActionDto.class),
                Arguments.of("appeal", AppealDto.class),
                Arguments.of("appeal-decision", AppealDecisionDto.class),
                Arguments.of("replay", ReplayDto.class),
                Arguments.of("local-clock", LocalClockDto.class));
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("decision", DecisionView.class),
                Arguments.of("reason", ReasonView.class),
                Arguments.of("clause", ClauseView.class),
                Arguments.of("list", PageView.class));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodysSchemaAndItsRecordHaveTheSameMembers(String schema, Class<?> type) {
        compare(SCHEMAS.getOrDefault(schema, Json.object()), type, schema, true);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswersSchemaAndItsRecordHaveTheSameMembers(String schema, Class<?> type) {
        compare(SCHEMAS.getOrDefault(schema, Json.object()), type, schema, false);
    }

    private static void compare(JsonNode schema, Class<?> type, String place, boolean strict) {
        Set<String> members =
                Arrays.stream(type.getRecordComponents())
                        .map(SchemasAndRecordsTest::nameInJson)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names(schema.path("properties"))).as("members of " + place).isEqualTo(members);
        if (strict) {
            assertThat(schema.path("additionalProperties").isBoolean()).as(place).isTrue();
            assertThat(texts(schema.path("required")))
                    .as("required members of " + place)
                    .isEqualTo(required(type));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = nameInJson(component);
            JsonNode member = schema.path("properties").path(name);
            compareMember(member, component.getGenericType(), place + "/" + name, strict);
        }
    }

    private static void compareMember(JsonNode member, Type type, String place, boolean strict) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            compareMember(
                    member.path("items"),
                    list.getActualTypeArguments()[0],
                    place + "/items",
                    strict);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            JsonNode there = member.path("oneOf").isArray() ? member.path("oneOf").path(0) : member;
            if (there.has("properties")) {
                compare(there, record, place, strict);
            }
        } else if (strict && type instanceof Class<?> word && Term.class.isAssignableFrom(word)) {
            Set<String> offered = texts(member.path("enum"));
            assertThat(offered).as("words of " + place).isNotEmpty().isSubsetOf(words(word));
            if (!PARTLY.contains(word)) {
                assertThat(offered).as("words of " + place).isEqualTo(words(word));
            }
        }
    }

    private static String nameInJson(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static Set<String> required(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isNullable(component.getAnnotatedType()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Term) constant).term())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
