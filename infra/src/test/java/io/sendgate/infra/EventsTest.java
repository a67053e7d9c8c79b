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
                .hasSize(4)
                .allMatch(queue -> queue.properties().path("KmsMasterKeyId").isObject())
                .allMatch(
                        queue ->
                                queue.properties().path("MessageRetentionPeriod").asInt()
                                        == 1209600);
    }

    @Test
    void everyStreamedTableIsRelayedInOrderAndLosesNothing() {
        List<Templates.Resource> mappings = Templates.all("AWS::Lambda::EventSourceMapping");
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
        assertThat(Templates.all("AWS::S3::Bucket"))
                .singleElement()
                .extracting(Templates.Resource::properties)
                .matches(b -> b.toString().contains("\"SSEAlgorithm\":\"aws:kms\""))
                .matches(b -> b.at("/PublicAccessBlockConfiguration/BlockPublicPolicy").asBoolean())
                .matches(b -> b.at("/VersioningConfiguration/Status").asText().equals("Enabled"));
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
        assertThat(Templates.all("AWS::SNS::Subscription"))
                .filteredOn(one -> one.stack().equals("sendgate-events"))
                .singleElement()
                .extracting(Templates.Resource::properties)
                .matches(s -> s.at("/FilterPolicy/type/0").asText().equals("appeal.overdue"))
                .matches(s -> !s.at("/RedrivePolicy/deadLetterTargetArn").isMissingNode());
    }

    @Test
    void thereIsAnAlarmOnWhatHurtsAndSomebodyIsTold() {
        List<Templates.Resource> alarms = Templates.all("AWS::CloudWatch::Alarm");
        assertThat(alarms.stream().map(Templates.Resource::id).map(EventsTest::withoutHash))
                .contains(
                        "StopsNotRecorded",
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

    private static String withoutHash(String id) {
        return id.substring(0, id.length() - 8);
    }
}
