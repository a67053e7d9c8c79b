package io.sendgate.rest.auth;

import io.sendgate.rest.limits.RateLimit;
import io.sendgate.rest.web.Exchange;
import io.vertx.ext.web.RoutingContext;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Looks at every request before its resource: the key first, then the rate, and no byte of the
/// body.
@Singleton
public class Doorkeeper {

    private final Keys keys;
    private final Callers callers;
    private final Exchange exchange;
    private final RateLimit perKey;

    /// The one at the door of every path.
    @Inject
    public Doorkeeper(Keys keys, Callers callers, Exchange exchange) {
        this.keys = keys;
        this.callers = callers;
        this.exchange = exchange;
        this.perKey = RateLimit.perKey(System::nanoTime);
    }

    /// Lets a request in, or throws what is answered instead.
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void meet(
            ContainerRequestContext request, ResourceInfo resource, RoutingContext routing) {
        exchange.entity(request.getEntityStream());
        Access access = Access.of(resource.getResourceMethod(), resource.getResourceClass());
        if (access == Access.OPEN) {
            return;
        }
        Caller caller =
                keys.caller(
                        routing.request().headers().getAll("Authorization"),
                        routing.request().headers().getAll("Sendgate-Account"));
        if (isLimited(routing.request().path())) {
            perKey.count(caller.limit())
                    .forEach((name, value) -> routing.response().putHeader(name, value));
        }
        if (!admits(access, caller)) {
            throw Keys.unauthorized();
        }
        callers.admit(caller);
    }

    private static boolean isLimited(String path) {
        return !path.startsWith("/local/");
    }

    private static boolean admits(Access access, Caller caller) {
        return switch (access) {
            case OPEN, ANY_KEY -> true;
            case ACCOUNT -> caller instanceof AccountCaller;
            case OPERATOR -> caller instanceof OperatorCaller;
        };
    }
}
