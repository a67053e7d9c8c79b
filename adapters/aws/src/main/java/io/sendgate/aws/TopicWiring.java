package io.sendgate.aws;

import io.quarkus.arc.DefaultBean;
import io.sendgate.config.SendgateConfig;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;

/// Makes what publishes events; everything can be replaced by another bean.
@Singleton
public final class TopicWiring {

    /// The wiring; the container makes it.
    public TopicWiring() {}

    /// The client of SNS.
    @Produces
    @Singleton
    @DefaultBean
    public SnsClient sns(SendgateConfig config) {
        SnsClientBuilder client =
                SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        config.topic().endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    /// Closes the client when the container ends.
    public void close(@Disposes SnsClient client) {
        client.close();
    }

    /// The maker of events.
    @Produces
    @Singleton
    @DefaultBean
    public EventMaker events() {
        return new EventMaker();
    }

    /// The topic.
    ///
    /// @throws IllegalStateException where the configuration names none
    @Produces
    @Singleton
    @DefaultBean
    public EventPublisher publisher(SnsClient sns, SendgateConfig config) {
        String topic =
                config.topic()
                        .arn()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "sendgate.topic.arn must name the topic"));
        return new SnsEventPublisher(sns, topic, config.topic().batch());
    }
}
