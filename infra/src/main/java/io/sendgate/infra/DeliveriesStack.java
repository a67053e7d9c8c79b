package io.sendgate.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

import java.util.List;

/// What hands queues to functions: letters that wait to inbound-webhook, findings to
/// account-standing.
public final class DeliveriesStack extends Stack {

    private static final int BATCH = 10;
    private static final int AT_ONCE = 5;

    /// The stack between the queues and the functions.
    public DeliveriesStack(
            Construct scope, String id, EventsStack events, FunctionsStack functions) {
        super(scope, id, Settings.stack("The queues' way to the functions"));
        deliver("Backlog", events.backlog(), functions.function(FunctionUnit.INBOUND_WEBHOOK));
        deliver("Findings", events.findings(), functions.function(FunctionUnit.ACCOUNT_STANDING));
    }

    private void deliver(String id, Queue queue, LiveFunction function) {
        CfnEventSourceMapping mapping =
                CfnEventSourceMapping.Builder.create(this, id)
                        .eventSourceArn(queue.getQueueArn())
                        .functionName(function.alias().getFunctionArn())
                        .batchSize(BATCH)
                        .scalingConfig(
                                CfnEventSourceMapping.ScalingConfigProperty.builder()
                                        .maximumConcurrency(AT_ONCE)
                                        .build())
                        .functionResponseTypes(List.of("ReportBatchItemFailures"))
                        .build();
        Suppressions.ofDelivery(mapping);
    }
}
