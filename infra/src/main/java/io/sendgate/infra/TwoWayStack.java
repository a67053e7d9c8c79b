package io.sendgate.infra;

import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.constructs.Construct;

/// The way of AWS End User Messaging to the webhooks: a topic that invokes the function itself.
///
/// Without a topic there is nothing in it. A message that the function has failed on three times
/// goes where failed runs go.
public final class TwoWayStack extends Stack {

    private static final int SIX_HOURS = 6 * 60 * 60;
    private static final int RETRIES = 2;

    /// The stack between the topic and the function.
    public TwoWayStack(Construct scope, String id, EventsStack events, LiveFunction webhook) {
        super(scope, id, Settings.stack("The way of two-way messages to the webhooks"));
        String topic =
                CfnParameter.Builder.create(this, "TwoWayTopicArn")
                        .description("The topic of AWS End User Messaging; empty for none")
                        .allowedPattern("|arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+")
                        .defaultValue("")
                        .build()
                        .getValueAsString();
        CfnCondition given =
                CfnCondition.Builder.create(this, "HasTopic")
                        .expression(Fn.conditionNot(Fn.conditionEquals(topic, "")))
                        .build();
        only(given, permission(topic, webhook));
        only(given, subscription(topic, webhook));
        only(given, failures(events, webhook));
    }

    private static void only(CfnCondition given, CfnResource resource) {
        resource.getCfnOptions().setCondition(given);
    }

    private CfnResource permission(String topic, LiveFunction webhook) {
        return CfnPermission.Builder.create(this, "MayInvoke")
                .action("lambda:InvokeFunction")
                .functionName(webhook.alias().getFunctionArn())
                .principal("sns.amazonaws.com")
                .sourceArn(topic)
                .build();
    }

    private CfnResource subscription(String topic, LiveFunction webhook) {
        CfnSubscription made =
                CfnSubscription.Builder.create(this, "Subscription")
                        .topicArn(topic)
                        .protocol("lambda")
                        .endpoint(webhook.alias().getFunctionArn())
                        .build();
        Suppressions.ofTwoWay(made);
        return made;
    }

    private CfnResource failures(EventsStack events, LiveFunction webhook) {
        return CfnEventInvokeConfig.Builder.create(this, "Failures")
                .functionName(webhook.function().getFunctionName())
                .qualifier(LiveFunction.ALIAS)
                .maximumEventAgeInSeconds(SIX_HOURS)
                .maximumRetryAttempts(RETRIES)
                .destinationConfig(
                        CfnEventInvokeConfig.DestinationConfigProperty.builder()
                                .onFailure(
                                        CfnEventInvokeConfig.OnFailureProperty.builder()
                                                .destination(events.failedRuns().getQueueArn())
                                                .build())
                                .build())
                .build();
    }
}
