package io.sendgate.rest.web;

import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Bodies;
import io.sendgate.rest.schema.Body;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The request in hand: its bytes, its body as a record, its idempotency key.
///
/// The body is read when it is first asked for, so that nobody without a key can make the suite
/// hold
/// it. Resources take no body parameter; they ask here.
@RequestScoped
public class Exchange {

    private final RoutingContext routing;
    private final Bodies bodies;
    private final InstantSource clock;
    private final Optional<String> clientIpHeader;
    private @Nullable InputStream entity;
    private @Nullable RawRequest raw;

    /// The exchange of the current request.
    ///
    /// @param clock business time
    /// @param clientIpHeader the header in which a trusted front door names the client's address
    @Inject
    public Exchange(
            RoutingContext routing,
            Bodies bodies,
            InstantSource clock,
            @ConfigProperty(name = "sendgate.client-ip-header") Optional<String> clientIpHeader) {
        this.routing = routing;
        this.bodies = bodies;
        this.clock = clock;
        this.clientIpHeader = clientIpHeader;
    }

    /// Hands over the stream that the body comes in.
    public void entity(InputStream stream) {
        this.entity = stream;
    }

    /// The whole request, byte for byte.
    ///
    /// @throws ProblemException 413 where the body is larger than its path allows
    public RawRequest raw() {
        if (raw == null) {
            raw = read();
        }
        return raw;
    }

    /// The body as a record.
    ///
    /// @param schema the schema's name, `consent-capture`
    /// @throws ProblemException 413, 415, or 400 with every violation
    public <T> Body<T> body(String schema, Class<T> type) {
        RawRequest request = raw();
        return bodies.read(request.body(), request.header("content-type"), schema, type);
    }

    /// The body byte for byte, where it is one JSON value.
    ///
    /// @throws ProblemException 413, 415, or 400 where it is no JSON
    public byte[] json() {
        RawRequest request = raw();
        bodies.requireJson(request.body(), request.header("content-type"));
        return request.body();
    }

    /// The items of a batch, each fit or a problem in its own place.
    ///
    /// @param envelope the envelope's schema, `consent-batch`
    /// @param schema the items' schema, `consent-capture`
    /// @throws ProblemException 413, 415, or 400 where the envelope itself does not fit
    public <T> List<BatchItem<T>> batch(String envelope, String schema, Class<T> type) {
        RawRequest request = raw();
        return bodies.batch(request.body(), request.header("content-type"), envelope, schema, type);
    }

    /// The caller's idempotency key.
    ///
    /// @throws ProblemException 400 where it is no key
    public Optional<String> idempotencyKey() {
        return Idempotency.key(values(Idempotency.HEADER));
    }

    /// By what a repeat of this request is known.
    ///
    /// @throws ProblemException 400 where the key is no key
    public Idempotency idempotency(Body<?> body) {
        return new Idempotency(idempotencyKey(), body.hash());
    }

    /// Every value of a header as it was sent: Lambda's adapter splits them at commas.
    private List<String> values(String name) {
        MultiMap headers = routing.request().headers();
        return LambdaEvents.behind(headers)
                .map(event -> LambdaEvents.values(event, name))
                .orElseGet(() -> headers.getAll(name));
    }

    /// Where the request came from, as far as we believe it.
    public String sourceIp() {
        HttpServerRequest request = routing.request();
        return clientIpHeader
                .flatMap(name -> Optional.ofNullable(request.getHeader(name)))
                .map(Exchange::withoutPort)
                .or(() -> LambdaEvents.behind(request.headers()).map(LambdaEvents::sourceIp))
                .orElseGet(() -> request.remoteAddress().hostAddress());
    }

    /// `198.51.100.10:46532` without its port; only one colon means there is one.
    private static String withoutPort(String address) {
        int colon = address.indexOf(':');
        return colon > 0 && colon == address.lastIndexOf(':')
                ? address.substring(0, colon)
                : address;
    }

    private RawRequest read() {
        int limit = BodyLimit.of(routing.request().path());
        RawRequest request =
                LambdaEvents.behind(routing.request().headers())
                        .map(event -> LambdaEvents.request(event, sourceIp(), clock.instant()))
                        .orElseGet(() -> overTheWire(limit));
        if (request.body().length > limit) {
            throw Problem.of(ProblemType.CONTENT_TOO_LARGE)
                    .because("A body here has at most " + limit + " bytes")
                    .toException();
        }
        return request;
    }

    private RawRequest overTheWire(int limit) {
        HttpServerRequest request = routing.request();
        Map<String, List<String>> headers = new HashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.computeIfAbsent(
                            header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue());
        }
        return new RawRequest(
                request.method().name(),
                request.path(),
                Optional.ofNullable(request.query()),
                headers,
                bytes(limit),
                sourceIp(),
                clock.instant());
    }

    private byte[] bytes(int limit) {
        if (entity == null) {
            return new byte[0];
        }
        try {
            return entity.readNBytes(limit + 1);
        } catch (IOException e) {
            throw Problem.of(ProblemType.BAD_REQUEST).because("The body broke off").toException();
        }
    }
}
