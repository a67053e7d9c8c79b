package io.sendgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.account.AccountId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class SnsEventPublisherTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:sendgate";

    private final SnsStub stub = new SnsStub();
    private final SnsClient sns =
            SnsClient.builder()
                    .endpointOverride(stub.endpoint())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build();
    private final SnsEventPublisher publisher = new SnsEventPublisher(sns, TOPIC, 10);

    @AfterEach
    void close() {
        sns.close();
        stub.close();
    }

    @Test
    void anEventCarriesItsTypeAndAccountToFilterOn() {
        assertThat(publisher.publish(events(1))).isEmpty();

        Map<String, String> call = stub.calls.getFirst();
        String entry = "PublishBatchRequestEntries.member.1.";
        assertThat(call).containsEntry("Action", "PublishBatch").containsEntry("TopicArn", TOPIC);
        assertThat(call).containsEntry(entry + "Message", "{\"n\":0}");
        assertThat(attributes(call, entry))
                .containsExactlyInAnyOrder("type=consent.granted", "account=acct_ada");
    }

    @Test
    void anEventOfThePlatformHasNoAccount() {
        publisher.publish(
                List.of(new SuiteEvent("id", "policy.published", Optional.empty(), "{}")));

        assertThat(attributes(stub.calls.getFirst(), "PublishBatchRequestEntries.member.1."))
                .containsExactly("type=policy.published");
    }

    @Test
    void manyEventsGoTenACall() {
        assertThat(publisher.publish(events(23))).isEmpty();

        assertThat(stub.calls).hasSize(3);
        assertThat(stub.calls.get(2))
                .containsKey("PublishBatchRequestEntries.member.3.Id")
                .doesNotContainKey("PublishBatchRequestEntries.member.4.Id");
    }

    @Test
    void nothingToPublishIsNoCall() {
        assertThat(publisher.publish(List.of())).isEmpty();
        assertThat(stub.calls).isEmpty();
    }

    @Test
    void thoseThatTheTopicRefusesAreNamedByTheirPositions() {
        stub.refusedIds.addAll(List.of("3", "12"));

        assertThat(publisher.publish(events(15))).containsExactly(3, 12);
    }

    @Test
    void aTopicOutOfReachFailsEverythingFromThereOn() {
        stub.down = true;

        assertThat(publisher.publish(events(12))).hasSize(12).startsWith(0).endsWith(11);
        assertThat(stub.calls).hasSize(1);
    }

    @Test
    void moreThanTenACallIsRefusedAtOnce() {
        assertThatThrownBy(() -> new SnsEventPublisher(sns, TOPIC, 11))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<SuiteEvent> events(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new SuiteEvent(
                                        "id-" + i,
                                        "consent.granted",
                                        Optional.of(new AccountId("acct_ada")),
                                        "{\"n\":" + i + "}"))
                .toList();
    }

    private static List<String> attributes(Map<String, String> call, String entry) {
        return IntStream.iterate(
                        1,
                        i -> call.containsKey(entry + "MessageAttributes.entry." + i + ".Name"),
                        i -> i + 1)
                .mapToObj(i -> entry + "MessageAttributes.entry." + i)
                .map(name -> call.get(name + ".Name") + "=" + call.get(name + ".Value.StringValue"))
                .toList();
    }
}
