package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.List;

class EventsTest {

    @Test
    void topicsAndQueuesAreEncryptedWithTheSuitesOwnKey() {
        assertThat(Templates.all("AWS::SNS::Topic"))
                .hasSize(2)
                .allMatch(topic -> topic.properties().path("KmsMasterKeyId").isObject());
        assertThat(Templates.all("AWS::SQS::Queue"))
                .hasSize(8)
                .allMatch(queue -> queue.properties().path("KmsMasterKeyId").isObject())
                .allMatch(
                        queue ->
                                queue.properties().path("MessageRetentionPeriod").asInt()
                                        == 1209600);
    }

    @Test
    void everyStreamedTableIsRelayedInOrderAndLosesNothing() {
        List<Templates.Resource> mappings = mappings("sendgate-relay");
        assertThat(mappings).hasSize(3);
        assertThat(mappings.stream().map(Templates.Resource::properties))
                .allMatch(m -> m.path("ParallelizationFactor").asInt() == 1)
                .allMatch(m -> m.path("BatchSize").asInt() == 100)
                .allMatch(
                        m ->
                                m.at("/FunctionResponseTypes/0")
                                        .asText()
                                        .equals("ReportBatchItemFailures"))
                .allMatch(m -> !m.path("BisectBatchOnFunctionError").asBoolean(true))
                .allMatch(m -> m.path("MaximumRecordAgeInSeconds").asInt() == 21600)
                .allMatch(m -> m.path("StartingPosition").asText().equals("TRIM_HORIZON"))
                .allMatch(
                        m ->
                                m.at("/DestinationConfig/OnFailure")
                                        .toString()
                                        .contains("FailedRecords"));
    }

    @Test
    void failedRecordsAreKeptWholePrivateAndEncrypted() {
        assertThat(Templates.all("AWS::S3::Bucket").stream().map(Templates.Resource::properties))
                .hasSize(2)
                .allMatch(b -> b.toString().contains("\"SSEAlgorithm\":\"aws:kms\""))
                .allMatch(
                        b -> b.at("/PublicAccessBlockConfiguration/BlockPublicPolicy").asBoolean())
                .allMatch(b -> b.at("/VersioningConfiguration/Status").asText().equals("Enabled"));
    }

    @Test
    void dueWorkIsDoneEveryMinuteAndStandingEveryDay() {
        assertThat(Templates.all("AWS::Scheduler::Schedule"))
                .extracting(s -> s.text("Name") + " " + s.text("ScheduleExpression"))
                .containsExactlyInAnyOrder(
                        "frequency-reset rate(1 minute)", "account-standing cron(0 3 * * ? *)");
    }

    @Test
    void aScheduleThatFailsIsKept() {
        assertThat(Templates.all("AWS::Scheduler::Schedule"))
                .allMatch(s -> !s.properties().at("/Target/DeadLetterConfig/Arn").isMissingNode());
        assertThat(Templates.all("AWS::Lambda::EventInvokeConfig"))
                .hasSize(3)
                .allMatch(c -> c.text("Qualifier").equals("live"))
                .allMatch(
                        c ->
                                c.properties()
                                        .at("/DestinationConfig/OnFailure")
                                        .toString()
                                        .contains("FailedRuns"));
    }

    @Test
    void anAppealThatIsOverdueWaitsForSomebody() {
        assertThat(subscriptions("OverdueAppeals"))
                .singleElement()
                .matches(s -> s.at("/FilterPolicy/type/0").asText().equals("appeal.overdue"))
                .matches(s -> !s.at("/RedrivePolicy/deadLetterTargetArn").isMissingNode());
    }

    @Test
    void thereIsAnAlarmOnWhatHurtsAndSomebodyIsTold() {
        List<Templates.Resource> alarms = Templates.all("AWS::CloudWatch::Alarm");
        assertThat(alarms.stream().map(Templates.Resource::id).map(EventsTest::withoutHash))
                .contains(
                        "StopsNotRecorded",
                        "StopsWaiting",
                        "StopsLost",
                        "SendsWithoutFacts",
                        "RelayLate",
                        "UndeliveredSchedules",
                        "FailedRuns",
                        "AppealsOverdue",
                        "SendAuthorizationThrottled",
                        "RecipientsTableThrottled");
        assertThat(alarms)
                .allMatch(alarm -> !alarm.text("AlarmDescription").isEmpty())
                .allMatch(alarm -> alarm.properties().path("AlarmActions").size() == 1);
    }

    @Test
    void thereIsADashboard() {
        JsonNode body =
                Templates.all("AWS::CloudWatch::Dashboard")
                        .getFirst()
                        .properties()
                        .path("DashboardBody");
        assertThat(body.toString()).contains("IteratorAge", "Url5xxCount", "Throttles");
    }

    @Test
    void whatWaitsIsTriedAgainWithinAMinuteAndKeptForAPersonInTheEnd() {
        JsonNode backlog = queue("sendgate-backlog");
        assertThat(backlog.path("DelaySeconds").asInt()).isEqualTo(10);
        assertThat(backlog.path("VisibilityTimeout").asInt()).isEqualTo(30);
        assertThat(backlog.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(1000);
        assertThat(backlog.at("/RedrivePolicy/deadLetterTargetArn").toString())
                .contains("FailedBacklog");
    }

    @Test
    void queuesAreHandedToTheirFunctionsMessageByMessage() {
        assertThat(mappings("sendgate-deliveries").stream().map(Templates.Resource::properties))
                .hasSize(2)
                .allMatch(
                        m ->
                                m.at("/FunctionResponseTypes/0")
                                        .asText()
                                        .equals("ReportBatchItemFailures"))
                .anyMatch(
                        m ->
                                m.path("EventSourceArn").toString().contains("Backlog")
                                        && m.path("FunctionName")
                                                .toString()
                                                .contains("InboundWebhookLive"))
                .anyMatch(
                        m ->
                                m.path("EventSourceArn").toString().contains("Findings")
                                        && m.path("FunctionName")
                                                .toString()
                                                .contains("AccountStandingLive"));
    }

    @Test
    void findingsReachAccountStandingAsTheyWerePublished() {
        assertThat(subscriptions("Findings"))
                .singleElement()
                .matches(s -> s.path("RawMessageDelivery").asBoolean())
                .matches(s -> s.at("/FilterPolicy/type").toString().contains("complaint.received"))
                .matches(s -> !s.at("/RedrivePolicy/deadLetterTargetArn").isMissingNode());
    }

    @Test
    void everyOptOutIsArchivedApartFromTheTables() {
        assertThat(subscriptions("OptOuts"))
                .singleElement()
                .matches(s -> s.path("Protocol").asText().equals("firehose"))
                .matches(s -> s.at("/FilterPolicy/type/0").asText().equals("opt-out.recorded"))
                .matches(s -> !s.at("/RedrivePolicy/deadLetterTargetArn").isMissingNode());
        assertThat(Templates.all("AWS::KinesisFirehose::DeliveryStream"))
                .singleElement()
                .extracting(Templates.Resource::properties)
                .matches(
                        s ->
                                s.at("/DeliveryStreamEncryptionConfigurationInput/KeyType")
                                        .asText()
                                        .equals("CUSTOMER_MANAGED_CMK"));
    }

    private static JsonNode queue(String name) {
        return Templates.all("AWS::SQS::Queue").stream()
                .filter(queue -> queue.text("QueueName").equals(name))
                .findFirst()
                .orElseThrow()
                .properties();
    }

    private static List<Templates.Resource> mappings(String stack) {
        return Templates.all("AWS::Lambda::EventSourceMapping").stream()
                .filter(mapping -> mapping.stack().equals(stack))
                .toList();
    }

    private static List<JsonNode> subscriptions(String id) {
        return Templates.all("AWS::SNS::Subscription").stream()
                .filter(subscription -> subscription.id().startsWith(id))
                .map(Templates.Resource::properties)
                .toList();
    }

    private static String withoutHash(String id) {
        return id.substring(0, id.length() - 8);
    }
}
