package io.sendgate.aws.queue;

import io.quarkus.arc.DefaultBean;
import io.sendgate.aws.Backlog;
import io.sendgate.config.SendgateConfig;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

import java.time.Duration;

/// Makes the backlog; it can be replaced by another bean.
@Singleton
public final class QueueWiring {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// The wiring; the container makes it.
    public QueueWiring() {}

    /// The client of SQS. It gives up sooner than the caller, who has waited for the store already.
    @Produces
    @Singleton
    @DefaultBean
    public SqsClient sqs(SendgateConfig config) {
        SqsClientBuilder client =
                SqsClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .overrideConfiguration(c -> c.apiCallTimeout(LONGEST));
        config.backlog().endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    /// Closes the client when the container ends.
    public void close(@Disposes SqsClient client) {
        client.close();
    }

    /// The backlog.
    ///
    /// @throws IllegalStateException where the configuration names none
    @Produces
    @Singleton
    @DefaultBean
    public Backlog backlog(SqsClient sqs, SendgateConfig config) {
        return new SqsBacklog(
                sqs,
                config.backlog()
                        .url()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "sendgate.backlog.url must name the queue")));
    }
}
