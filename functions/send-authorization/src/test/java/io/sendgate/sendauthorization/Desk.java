package io.sendgate.sendauthorization;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.account.AccountId;
import io.sendgate.aws.SharedLines;
import io.sendgate.aws.UsageCounters;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.ReportOutcome;
import io.sendgate.gate.Throughput;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.schema.Bodies;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.schema.Schemas;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.core.Response;

import org.mockito.Mockito;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The resources as one request meets them: who asks, with which body and key.
final class Desk {

    private static final Bodies BODIES = new Bodies(Schemas.load());
    private static final Optional<String> JSON = Optional.of("application/json");

    private final World world;
    private final Ports ports;
    private final Callers callers = mock(Callers.class);
    private final Exchange exchange = mock(Exchange.class);
    private AccountId asking = World.ADA;
    private Optional<String> key = Optional.empty();
    private byte[] body = {};

    /// What the lines answer to reservations.
    final SharedLines lines = mock(SharedLines.class);

    /// Ada asks, without a key.
    Desk(World world) {
        this(world, world.ports());
    }

    Desk(World world, Ports ports) {
        this.world = world;
        this.ports = ports;
        when(callers.account()).thenAnswer(call -> world.caller(asking));
        when(exchange.idempotencyKey()).thenAnswer(call -> key);
        when(exchange.idempotency(any()))
                .thenAnswer(call -> new Idempotency(key, call.<Body<?>>getArgument(0).hash()));
        when(exchange.body(any(), any()))
                .thenAnswer(
                        call -> BODIES.read(body, JSON, call.getArgument(0), call.getArgument(1)));
        when(exchange.batch(any(), any(), any()))
                .thenAnswer(
                        call ->
                                BODIES.batch(
                                        body,
                                        JSON,
                                        call.getArgument(0),
                                        call.getArgument(1),
                                        call.getArgument(2)));
    }

    Desk asks(AccountId account) {
        asking = account;
        return this;
    }

    Desk key(String idempotencyKey) {
        key = Optional.of(idempotencyKey);
        return this;
    }

    Desk body(String json) {
        body = json.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    AuthorizationResource authorizations() {
        RecipientLoop loop = World.loop(ports);
        DecideSend decideSend =
                new DecideSend(
                        new AuthorizeSend(ports, loop, Throughput.UNLIMITED),
                        new ReadAuthorizations(ports),
                        world.ids,
                        World.reader());
        return new AuthorizationResource(
                callers,
                exchange,
                decideSend,
                new DecideBatch(decideSend),
                new ReadAuthorizations(ports),
                new RedeemPermit(ports, loop),
                new ReportOutcome(ports, loop),
                world.ids,
                World.reader(),
                Mockito.mock(UsageCounters.class),
                ports.clock());
    }

    BroadcastResource broadcasts() {
        return new BroadcastResource(
                callers, exchange, World.reader(), new ReserveBroadcast(lines, ports), ports);
    }

    /// The answer's body.
    static JsonNode json(Response response) {
        try {
            return new ObjectMapper().readTree((byte[]) response.getEntity());
        } catch (IOException e) {
            throw new AssertionError("the answer is no JSON", e);
        }
    }

    /// A message about an appointment, which needs no consent.
    static String appointment(String to) {
        return message(to, "appointment-reminder", "Ada Plumbing: we come at nine");
    }

    /// A marketing message as it has to be.
    static String offer(String to) {
        return message(to, "marketing", "Ada Plumbing: 20% off. Reply STOP to unsubscribe");
    }

    private static String message(String to, String purpose, String body) {
        return """
        {"channel": "sms", "from": "%s", "to": "%s", "purpose": "%s", "body": "%s"}
        """
                .formatted(World.SENDER, to, purpose, body);
    }

    /// The same request with more members.
    static String with(String request, String members) {
        return request.strip().substring(0, request.strip().length() - 1) + ", " + members + "}";
    }
}
