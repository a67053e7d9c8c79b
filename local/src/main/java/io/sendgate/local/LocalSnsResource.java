package io.sendgate.local;

import io.sendgate.inboundwebhook.Topics;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;
import io.sendgate.rest.web.RawRequest;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A topic of AWS End User Messaging to try: what is posted here reaches the webhook function as
/// SNS would hand it over, signed by the local suite.
@Path("/local/sns")
@NeedsOperator
@Blocking
public class LocalSnsResource {

    private final LocalSns sns;
    private final Topics topics;
    private final Exchange exchange;

    /// A topic in front of what hears topics.
    @Inject
    public LocalSnsResource(LocalSns sns, Topics topics, Exchange exchange) {
        this.sns = sns;
        this.topics = topics;
        this.exchange = exchange;
    }

    /// Publishes the body, a message of End User Messaging, to a topic.
    @POST
    public Response publish(@QueryParam("topic") @Nullable String topic) {
        if (topic == null) {
            throw Problem.invalidParameter("topic", "must be the ARN of a topic").toException();
        }
        RawRequest raw = exchange.raw();
        String message = new String(raw.body(), StandardCharsets.UTF_8);
        String envelope = sns.envelope(topic, message, raw.receivedAt());
        RawRequest posted =
                new RawRequest(
                        "POST",
                        "/webhooks/aws",
                        Optional.empty(),
                        raw.headers(),
                        envelope.getBytes(StandardCharsets.UTF_8),
                        raw.sourceIp(),
                        raw.receivedAt());
        return Response.status(topics.hear(posted).status()).build();
    }
}
