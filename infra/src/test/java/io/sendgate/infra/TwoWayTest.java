package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// The topic of two-way messages, which is there only where one is named.
class TwoWayTest {

    private static final String STACK = "sendgate-two-way";

    private static List<Templates.Resource> resources() {
        return Stream.of(
                        "AWS::Lambda::Permission",
                        "AWS::SNS::Subscription",
                        "AWS::Lambda::EventInvokeConfig")
                .flatMap(type -> Templates.all(type).stream())
                .filter(resource -> resource.stack().equals(STACK))
                .toList();
    }

    @Test
    void withoutATopicThereIsNothing() {
        assertThat(resources())
                .hasSize(3)
                .allMatch(one -> one.whole().path("Condition").asText().equals("HasTopic"));
    }

    @Test
    void onlyThatTopicMayInvokeTheFunction() {
        assertThat(resources())
                .filteredOn(one -> one.id().startsWith("MayInvoke"))
                .singleElement()
                .matches(one -> one.text("Principal").equals("sns.amazonaws.com"))
                .matches(
                        one ->
                                one.properties()
                                        .at("/SourceArn/Ref")
                                        .asText()
                                        .equals("TwoWayTopicArn"));
    }

    @Test
    void aMessageThatFailsForGoodIsKept() {
        assertThat(resources())
                .filteredOn(one -> one.id().startsWith("Failures"))
                .singleElement()
                .matches(
                        one ->
                                one.properties()
                                        .at("/DestinationConfig/OnFailure")
                                        .toString()
                                        .contains("FailedRuns"));
    }
}
