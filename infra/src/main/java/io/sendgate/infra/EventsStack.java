package io.sendgate.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.sns.StringConditions;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/// What events go to, and where that ends up which could not be delivered.
public final class EventsStack extends Stack {

    /// Seconds after which a letter that could not be recorded is tried again: longer than the
    /// function may take, and soon enough that it is drained within a minute.
    private static final int AGAIN = 30;

    /// The most that SQS knows: eight hours of an outage, then a letter is kept for a person.
    private static final int MOST_RECEIVES = 1_000;

    /// What account-standing counts, and opens cases by.
    private static final List<String> FINDINGS =
            List.of(
                    "authorization.allowed",
                    "authorization.denied",
                    "authorization.review",
                    "complaint.received",
                    "opt-out.recorded");

    private final Key key;
    private final Topic topic;
    private final Topic alarms;
    private final Queue undelivered;
    private final Queue failedRuns;
    private final Queue overdueAppeals;
    private final Queue backlog;
    private final Queue failedBacklog;
    private final Queue findings;
    private final Queue failedFindings;
    private final Bucket failedRecords;

    /// The stack.
    public EventsStack(Construct scope, String id) {
        super(scope, id, Settings.stack("The topic, the dead-letter queues, failed records"));
        this.key = newKey();
        this.topic = topic("Topic", "sendgate-events", "Sendgate events");
        this.alarms = topic("Alarms", "sendgate-alarms", "Sendgate alarms");
        this.undelivered = deadLetters("Undelivered", "sendgate-undelivered-schedules");
        this.failedRuns = deadLetters("FailedRuns", "sendgate-failed-runs");
        Queue lost = deadLetters("Lost", "sendgate-undelivered-events");
        this.overdueAppeals =
                queue("OverdueAppeals", "sendgate-overdue-appeals")
                        .deadLetterQueue(after(10, lost))
                        .build();
        hears("OverdueAppeals", overdueAppeals, lost, List.of("appeal.overdue"));
        this.failedBacklog = deadLetters("FailedBacklog", "sendgate-failed-backlog");
        this.backlog =
                queue("Backlog", "sendgate-backlog")
                        .deliveryDelay(Duration.seconds(10))
                        .visibilityTimeout(Duration.seconds(AGAIN))
                        .deadLetterQueue(after(MOST_RECEIVES, failedBacklog))
                        .build();
        this.failedFindings = deadLetters("FailedFindings", "sendgate-failed-findings");
        this.findings =
                queue("Findings", "sendgate-findings")
                        .visibilityTimeout(Duration.minutes(3))
                        .deadLetterQueue(after(10, failedFindings))
                        .build();
        hears("Findings", findings, lost, FINDINGS);
        this.failedRecords = bucket();
        OptOutArchive optOuts = new OptOutArchive(this, key, topic, lost);
        CfnOutput.Builder.create(this, "OptOutsBucket")
                .value(optOuts.archive().getBucketName())
                .build();
        CfnOutput.Builder.create(this, "TopicArn").value(topic.getTopicArn()).build();
        CfnOutput.Builder.create(this, "AlarmsArn").value(alarms.getTopicArn()).build();
    }

    private Key newKey() {
        Key made =
                Key.Builder.create(this, "Key")
                        .description("Sendgate: events on their way")
                        .enableKeyRotation(true)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        made.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("TopicsAndAlarms")
                        .principals(
                                List.of(
                                        new ServicePrincipal("sns.amazonaws.com"),
                                        new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                        .resources(List.of("*"))
                        .conditions(
                                Map.of("StringEquals", Map.of("aws:SourceAccount", getAccount())))
                        .build());
        return made;
    }

    private Topic topic(String id, String name, String shown) {
        return Topic.Builder.create(this, id)
                .topicName(name)
                .displayName(shown)
                .masterKey(key)
                .enforceSsl(true)
                .build();
    }

    private Queue deadLetters(String id, String name) {
        Queue queue = queue(id, name).build();
        Suppressions.ofDeadLetters(queue);
        return queue;
    }

    private Queue.Builder queue(String id, String name) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    private static DeadLetterQueue after(int receives, Queue queue) {
        return DeadLetterQueue.builder().queue(queue).maxReceiveCount(receives).build();
    }

    /// Lets a queue hear events of some types, each as its own JSON.
    private void hears(String id, Queue queue, Queue lost, List<String> types) {
        Subscription.Builder.create(this, id + "Subscription")
                .topic(topic)
                .protocol(SubscriptionProtocol.SQS)
                .endpoint(queue.getQueueArn())
                .rawMessageDelivery(true)
                .deadLetterQueue(lost)
                .filterPolicy(
                        Map.of(
                                "type",
                                SubscriptionFilter.stringFilter(
                                        StringConditions.builder().allowlist(types).build())))
                .build();
        queue.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("FromTheTopic")
                        .principals(List.of(new ServicePrincipal("sns.amazonaws.com")))
                        .actions(List.of("sqs:SendMessage"))
                        .resources(List.of(queue.getQueueArn()))
                        .conditions(
                                Map.of("ArnEquals", Map.of("aws:SourceArn", topic.getTopicArn())))
                        .build());
    }

    private Bucket bucket() {
        Bucket bucket =
                Bucket.Builder.create(this, "FailedRecords")
                        .encryption(BucketEncryption.KMS)
                        .encryptionKey(key)
                        .bucketKeyEnabled(true)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .enforceSsl(true)
                        .versioned(true)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .expiration(Duration.days(90))
                                                .noncurrentVersionExpiration(Duration.days(1))
                                                .build()))
                        .build();
        Suppressions.ofFailedRecords(bucket);
        return bucket;
    }

    /// The key that everything here is encrypted with.
    public Key key() {
        return key;
    }

    /// The topic that events are published to.
    public Topic topic() {
        return topic;
    }

    /// The topic that alarms are published to.
    public Topic alarms() {
        return alarms;
    }

    /// Schedules that could not be delivered.
    public Queue undelivered() {
        return undelivered;
    }

    /// Scheduled runs that failed again and again.
    public Queue failedRuns() {
        return failedRuns;
    }

    /// Appeals that nobody has decided in time.
    public Queue overdueAppeals() {
        return overdueAppeals;
    }

    /// Inbound requests that could not be recorded yet.
    public Queue backlog() {
        return backlog;
    }

    /// Inbound requests that could not be recorded for eight hours.
    public Queue failedBacklog() {
        return failedBacklog;
    }

    /// Events that may open a case.
    public Queue findings() {
        return findings;
    }

    /// Events that account-standing failed on.
    public Queue failedFindings() {
        return failedFindings;
    }

    /// Stream records that could not be relayed, whole.
    public Bucket failedRecords() {
        return failedRecords;
    }
}
