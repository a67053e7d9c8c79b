package io.sendgate.aws.queue;

import io.sendgate.aws.Backlog;
import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The backlog as a queue in SQS; Lambda hands its messages back to the function that put them.
public final class SqsBacklog implements Backlog {

    private final SqsClient client;
    private final String queue;

    /// A backlog in one queue.
    ///
    /// @param queue the queue's URL; the queue is encrypted with a key of the suite
    public SqsBacklog(SqsClient client, String queue) {
        this.client = client;
        this.queue = queue;
    }

    @Override
    public void put(String letter) {
        try {
            client.sendMessage(r -> r.queueUrl(queue).messageBody(letter));
        } catch (SdkException unreachable) {
            throw new FactsUnavailable("the queue cannot be reached", unreachable);
        }
    }
}
