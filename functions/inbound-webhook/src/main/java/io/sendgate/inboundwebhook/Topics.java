package io.sendgate.inboundwebhook;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.arc.Unremovable;
import io.sendgate.account.AccountId;
import io.sendgate.aws.Errand;
import io.sendgate.aws.SenderClaims;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.inboundwebhook.provider.Aws;
import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.inboundwebhook.provider.MalformedPayload;
import io.sendgate.inboundwebhook.provider.Numbering;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.web.RawRequest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Hears SNS topics that name no account: the owner of the sender is meant.
///
/// What a topic hands to the function itself is believed for the same signature as what it posts:
/// where it came in does not matter.
@Singleton
@Unremovable
public class Topics implements Errand {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final String PATH = "/webhooks/" + Aws.NAME;
    private static final Numbering NUMBERS = new Numbering("US");

    private final Webhooks webhooks;
    private final SenderClaims senders;
    private final InstantSource clock;

    /// Topics in front of what hears.
    ///
    /// @param clock business time
    @Inject
    public Topics(Webhooks webhooks, SenderClaims senders, InstantSource clock) {
        this.webhooks = webhooks;
        this.senders = senders;
        this.clock = clock;
    }

    /// Hears one message, as [Webhooks#hear] does.
    ///
    /// @throws ProblemException as there, and 404 where nobody owns the sender
    /// @throws FactsUnavailable where something could not be recorded
    public HttpAnswer hear(RawRequest request) {
        AccountId owner =
                sender(request).flatMap(senders::owner).orElseThrow(Problem.NOT_FOUND::toException);
        return webhooks.hear(Aws.NAME, owner.value(), request);
    }

    private static Optional<String> sender(RawRequest request) {
        try {
            return Aws.sender(request, NUMBERS);
        } catch (MalformedPayload malformed) {
            throw Problem.of(ProblemType.BAD_REQUEST)
                    .because(String.valueOf(malformed.getMessage()))
                    .toException();
        }
    }

    /// Whether an event of Lambda's holds records of SNS.
    @Override
    public boolean takes(JsonNode event) {
        return !messages(event).isEmpty();
    }

    /// Hears every record of an event.
    ///
    /// A record that is not taken fails the call once all have been tried, so that Lambda repeats
    /// it and then puts it where failed runs go: nothing is lost in silence. A repeat is harmless.
    ///
    /// @return how many there were
    /// @throws IllegalStateException where one was not taken
    @Override
    public Map<String, Object> run(JsonNode event) {
        Instant now = clock.instant();
        List<JsonNode> messages = messages(event);
        long refused = messages.stream().filter(one -> !isTaken(one, now)).count();
        if (refused > 0) {
            throw new IllegalStateException(refused + " records of SNS were not taken");
        }
        return Map.of("heard", messages.size());
    }

    private boolean isTaken(JsonNode message, Instant now) {
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        try {
            hear(new RawRequest("POST", PATH, Optional.empty(), Map.of(), body, "", now));
            return true;
        } catch (RuntimeException failed) {
            LOG.warnf("A record of SNS was not taken: %s", failed.getClass().getName());
            return false;
        }
    }

    private static List<JsonNode> messages(JsonNode event) {
        return StreamSupport.stream(event.path("Records").spliterator(), false)
                .filter(one -> one.path("EventSource").asText().equals("aws:sns"))
                .map(one -> one.path("Sns"))
                .toList();
    }
}
