package io.sendgate.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kinesisfirehose.CfnDeliveryStream;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;

import java.util.List;
import java.util.Map;

/// Every opt-out that was published, kept apart from the tables: what a restore is replayed from.
///
/// It names tags, no numbers, and is kept longer than the tables can be taken back.
final class OptOutArchive {

    private static final int A_MINUTE = 60;
    private static final int A_MEGABYTE = 1;

    private final Stack stack;
    private final Key key;
    private final Bucket bucket;

    OptOutArchive(Stack stack, Key key, Topic topic, Queue lost) {
        this.stack = stack;
        this.key = key;
        this.bucket = bucket();
        CfnDeliveryStream stream = stream(writer());
        CfnSubscription.Builder.create(stack, "OptOutsSubscription")
                .topicArn(topic.getTopicArn())
                .protocol("firehose")
                .endpoint(stream.getAttrArn())
                .subscriptionRoleArn(publisher(stream).getRoleArn())
                .rawMessageDelivery(true)
                .redrivePolicy(Map.of("deadLetterTargetArn", lost.getQueueArn()))
                .filterPolicy(Map.of("type", List.of("opt-out.recorded")))
                .build();
    }

    private Bucket bucket() {
        Bucket made =
                Bucket.Builder.create(stack, "OptOuts")
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
        Suppressions.ofFailedRecords(made);
        return made;
    }

    private CfnDeliveryStream stream(Role writer) {
        CfnDeliveryStream stream =
                CfnDeliveryStream.Builder.create(stack, "OptOutsStream")
                        .deliveryStreamName("sendgate-opt-outs")
                        .deliveryStreamType("DirectPut")
                        .deliveryStreamEncryptionConfigurationInput(
                                CfnDeliveryStream.DeliveryStreamEncryptionConfigurationInputProperty
                                        .builder()
                                        .keyType("CUSTOMER_MANAGED_CMK")
                                        .keyArn(key.getKeyArn())
                                        .build())
                        .extendedS3DestinationConfiguration(
                                CfnDeliveryStream.ExtendedS3DestinationConfigurationProperty
                                        .builder()
                                        .bucketArn(bucket.getBucketArn())
                                        .roleArn(writer.getRoleArn())
                                        .prefix("opt-outs/")
                                        .errorOutputPrefix("failed/")
                                        .compressionFormat("UNCOMPRESSED")
                                        .bufferingHints(
                                                CfnDeliveryStream.BufferingHintsProperty.builder()
                                                        .intervalInSeconds(A_MINUTE)
                                                        .sizeInMBs(A_MEGABYTE)
                                                        .build())
                                        .build())
                        .build();
        stream.getNode().addDependency(writer);
        return stream;
    }

    private Role writer() {
        return role(
                "OptOutsWriter",
                "firehose.amazonaws.com",
                List.of(
                        allow(
                                List.of("s3:GetBucketLocation", "s3:ListBucket"),
                                bucket.getBucketArn()),
                        PolicyStatement.Builder.create()
                                .sid("Archive")
                                .actions(List.of("s3:AbortMultipartUpload", "s3:PutObject"))
                                .resources(List.of(bucket.getBucketArn() + "/*"))
                                .build(),
                        allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn())));
    }

    private Role publisher(CfnDeliveryStream stream) {
        return role(
                "OptOutsPublisher",
                "sns.amazonaws.com",
                List.of(
                        allow(
                                List.of(
                                        "firehose:DescribeDeliveryStream",
                                        "firehose:ListTagsForDeliveryStream",
                                        "firehose:PutRecord",
                                        "firehose:PutRecordBatch"),
                                stream.getAttrArn())));
    }

    private Role role(String id, String service, List<PolicyStatement> statements) {
        Role role =
                Role.Builder.create(stack, id)
                        .assumedBy(
                                new ServicePrincipal(service)
                                        .withConditions(
                                                Map.of(
                                                        "StringEquals",
                                                        Map.of(
                                                                "aws:SourceAccount",
                                                                stack.getAccount()))))
                        .description("Sendgate: brings opt-outs into their archive")
                        .build();
        Policy policy =
                Policy.Builder.create(stack, id + "Policy")
                        .roles(List.of(role))
                        .statements(statements)
                        .build();
        Suppressions.ofArchive(policy);
        return role;
    }

    private static PolicyStatement allow(List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }

    /// The bucket that holds the events, a line each.
    Bucket archive() {
        return bucket;
    }
}
