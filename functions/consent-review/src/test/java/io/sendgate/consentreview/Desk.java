package io.sendgate.consentreview;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.account.AccountId;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.Ports;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.schema.Bodies;
import io.sendgate.rest.schema.Schemas;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.core.Response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The resource as one request meets it: who asks, with which body.
final class Desk {

    private static final Bodies BODIES = new Bodies(Schemas.load());
    private static final Optional<String> JSON = Optional.of("application/json");

    private final Ports ports;
    private final Callers callers = mock(Callers.class);
    private final Exchange exchange = mock(Exchange.class);
    private AccountId asking = World.ADA;
    private byte[] body = {};

    /// Ada asks.
    Desk(World world) {
        this(world, world.ports());
    }

    Desk(World world, Ports ports) {
        this.ports = ports;
        when(callers.account()).thenAnswer(call -> world.caller(asking));
        when(exchange.body(any(), any()))
                .thenAnswer(
                        call -> BODIES.read(body, JSON, call.getArgument(0), call.getArgument(1)));
    }

    Desk asks(AccountId account) {
        asking = account;
        return this;
    }

    Desk body(String json) {
        body = json.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    RecipientResource recipients() {
        return new RecipientResource(
                callers,
                exchange,
                ports,
                new RecipientPath(ports, World.reader()),
                new ReviewRecipient(ports),
                new KeepFacts(ports, World.loop(ports)));
    }

    /// Puts facts about the person.
    JsonNode put(String json) {
        return json(body(json).recipients().put(World.RECIPIENT));
    }

    /// The person as the asking account knows them.
    JsonNode get() {
        return json(recipients().get(World.RECIPIENT));
    }

    /// The answer's body.
    static JsonNode json(Response response) {
        try {
            return new ObjectMapper().readTree((byte[]) response.getEntity());
        } catch (IOException e) {
            throw new AssertionError("the answer is no JSON", e);
        }
    }

    /// The problem that a call ends in.
    static ProblemException refusal(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run);
    }
}
