package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.SenderType;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Term;
import io.sendgate.decision.ReasonCode;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.policy.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class PolicySchemaTest {

    private static final JsonNode SCHEMA = ClassPath.json("policies/policy.schema.json");

    static Stream<Arguments> vocabulary() {
        return Stream.of(
                Arguments.of("/$defs/channel", Channel.values()),
                Arguments.of("/$defs/class", MessageClass.values()),
                Arguments.of("/$defs/purpose", Purpose.values()),
                Arguments.of("/$defs/origin", Origin.values()),
                Arguments.of("/$defs/senderType", SenderType.values()),
                Arguments.of("/$defs/tier", Tier.values()),
                Arguments.of("/$defs/sourceOfNumber", Source.values()),
                Arguments.of("/$defs/scope", Scope.values()),
                Arguments.of("/$defs/code", ReasonCode.values()),
                Arguments.of("/$defs/timedEffect", Rule.Effect.values()),
                Arguments.of("/$defs/limitRule/properties/key", Rule.Limit.Key.values()));
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void theSchemasWordsAreTheCores(String definition, Term[] terms) {
        List<String> words = new ArrayList<>();
        SCHEMA.at(definition).path("enum").forEach(word -> words.add(word.asText()));

        assertThat(words)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(terms).map(Term::term).toList());
    }

    @Test
    void everyKindOfRuleHasADefinitionThatKnowsNothingElse() {
        JsonNode kinds = SCHEMA.at("/$defs/rule/properties/kind/enum");

        assertThat(kinds).hasSize(Rule.class.getPermittedSubclasses().length);
        assertThat(SCHEMA.at("/$defs/rule/allOf")).hasSameSizeAs(kinds);
        assertThat(SCHEMA.at("/$defs/limitRule/additionalProperties").asBoolean(true)).isFalse();
    }
}
