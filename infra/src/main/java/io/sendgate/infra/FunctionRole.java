package io.sendgate.infra;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.sqs.Queue;

import java.util.List;
import java.util.Map;

/// The role of one function: exactly the calls that its code makes.
final class FunctionRole {

    private static final List<String> ENVELOPE =
            List.of(
                    "kms:Decrypt",
                    "kms:DescribeKey",
                    "kms:Encrypt",
                    "kms:GenerateDataKey",
                    "kms:ReEncryptFrom",
                    "kms:ReEncryptTo");

    private final Stack stack;
    private final FunctionUnit unit;
    private final Role role;
    private final Policy policy;

    FunctionRole(Stack stack, FunctionUnit unit, DataStack data, EventsStack events) {
        this.stack = stack;
        this.unit = unit;
        String id = Settings.pascal(unit.text());
        this.role =
                Role.Builder.create(stack, id + "Role")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .description("Sendgate: what " + unit.text() + " may do")
                        .build();
        this.policy = Policy.Builder.create(stack, id + "Policy").roles(List.of(role)).build();
        tables(data);
        allow("Traces", List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), "*");
        if (unit.needsMasters()) {
            masters(data);
        }
        switch (unit) {
            case EVENT_RELAY -> relay(data, events);
            case FREQUENCY_RESET ->
                    queues(events, List.of(send("FailedRuns", events.failedRuns())));
            case ACCOUNT_STANDING ->
                    queues(
                            events,
                            List.of(
                                    send("FailedRuns", events.failedRuns()),
                                    work("Findings", events.findings())));
            case INBOUND_WEBHOOK ->
                    queues(
                            events,
                            List.of(
                                    send("FailedRuns", events.failedRuns()),
                                    send("Backlog", events.backlog()),
                                    work("WaitingBacklog", events.backlog())));
            case CONSENT_CAPTURE, CONSENT_REVIEW, SEND_AUTHORIZATION -> {}
        }
        Suppressions.ofRole(policy);
    }

    private void tables(DataStack data) {
        for (Grant grant : Grant.of(unit)) {
            Table table = data.table(grant.table());
            List<String> calls = grant.calls().stream().map(call -> "dynamodb:" + call).toList();
            List<String> where =
                    grant.indexes().isEmpty()
                            ? List.of(table.getTableArn())
                            : grant.indexes().stream()
                                    .map(index -> table.getTableArn() + "/index/" + index)
                                    .toList();
            PolicyStatement statement = statement(sid(grant), calls, where);
            if (!grant.attributes().isEmpty()) {
                statement.addCondition(
                        "ForAllValues:StringEquals",
                        Map.of("dynamodb:Attributes", grant.attributes()));
                statement.addCondition(
                        "StringEqualsIfExists",
                        Map.of("dynamodb:ReturnValues", List.of("NONE", "UPDATED_NEW")));
            }
            policy.addStatements(statement);
        }
        encrypted("TablesKey", data.key(), "dynamodb", ENVELOPE);
    }

    private static String sid(Grant grant) {
        String part = grant.indexes().isEmpty() ? "" : "Indexes";
        String bound = grant.attributes().isEmpty() ? "" : "Counters";
        return Settings.pascal(grant.table().text()) + part + bound;
    }

    private void masters(DataStack data) {
        allow("Masters", List.of("secretsmanager:GetSecretValue"), data.masters().getSecretArn());
        encrypted("MastersKey", data.key(), "secretsmanager", List.of("kms:Decrypt"));
    }

    private void relay(DataStack data, EventsStack events) {
        List<String> streams = RelayStack.streams(data);
        policy.addStatements(
                statement(
                        "Streams",
                        List.of(
                                "dynamodb:DescribeStream",
                                "dynamodb:GetRecords",
                                "dynamodb:GetShardIterator"),
                        streams));
        allow("ListStreams", List.of("dynamodb:ListStreams"), "*");
        allow("Publish", List.of("sns:Publish"), events.topic().getTopicArn());
        encrypted("TopicKey", events.key(), "sns", List.of("kms:Decrypt", "kms:GenerateDataKey"));
        String bucket = events.failedRecords().getBucketArn();
        allow("FailedRecordsBucket", List.of("s3:ListBucket"), bucket);
        allow("FailedRecords", List.of("s3:PutObject"), bucket + "/aws/lambda/*");
        encrypted(
                "FailedRecordsKey",
                events.key(),
                "s3",
                List.of("kms:Decrypt", "kms:GenerateDataKey"));
    }

    private void queues(EventsStack events, List<PolicyStatement> statements) {
        statements.forEach(policy::addStatements);
        encrypted("QueuesKey", events.key(), "sqs", List.of("kms:Decrypt", "kms:GenerateDataKey"));
    }

    private static PolicyStatement send(String sid, Queue queue) {
        return statement(sid, List.of("sqs:SendMessage"), List.of(queue.getQueueArn()));
    }

    private static PolicyStatement work(String sid, Queue queue) {
        return statement(
                sid,
                List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                List.of(queue.getQueueArn()));
    }

    /// Lets it write its log.
    void logTo(LogGroup log) {
        String streams =
                stack.formatArn(
                        ArnComponents.builder()
                                .service("logs")
                                .resource("log-group")
                                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                .resourceName(log.getLogGroupName() + ":log-stream:*")
                                .build());
        allow("Log", List.of("logs:CreateLogStream", "logs:PutLogEvents"), streams);
    }

    private void encrypted(String sid, Key key, String service, List<String> actions) {
        PolicyStatement statement = statement(sid, actions, List.of(key.getKeyArn()));
        statement.addCondition(
                "StringEquals",
                Map.of("kms:ViaService", service + "." + stack.getRegion() + ".amazonaws.com"));
        policy.addStatements(statement);
    }

    private void allow(String sid, List<String> actions, String resource) {
        policy.addStatements(statement(sid, actions, List.of(resource)));
    }

    private static PolicyStatement statement(
            String sid, List<String> actions, List<String> resources) {
        return PolicyStatement.Builder.create()
                .sid(sid)
                .actions(actions)
                .resources(resources)
                .build();
    }

    Role role() {
        return role;
    }

    Policy policy() {
        return policy;
    }
}
