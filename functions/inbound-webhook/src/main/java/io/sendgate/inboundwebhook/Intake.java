package io.sendgate.inboundwebhook;

import io.sendgate.aws.Backlog;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.web.RawRequest;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.util.Optional;
import java.util.stream.Stream;

/// Lets no request be lost that could not be recorded: it waits in a queue, and is heard again.
///
/// Its sender is told that it failed all the same. Only what is in the ledger is acknowledged.
@Singleton
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Provider<Webhooks> webhooks;
    private final Backlog backlog;

    /// An intake in front of what hears.
    ///
    /// @param webhooks asked for at each request: while the store is out of reach it cannot even be
    ///     made
    @Inject
    public Intake(Provider<Webhooks> webhooks, Backlog backlog) {
        this.webhooks = webhooks;
        this.backlog = backlog;
    }

    /// Hears a request, as [Webhooks#hear] does.
    ///
    /// @throws ProblemException where the request is answered for good
    /// @throws FactsUnavailable where it could not be recorded: it waits, and the provider may
    ///     repeat it
    public HttpAnswer hear(String provider, String account, RawRequest request) {
        try {
            return webhooks.get().hear(provider, account, request);
        } catch (ProblemException answered) {
            throw answered;
        } catch (RuntimeException failed) {
            keep(Letter.of(provider, account, request));
            throw unavailable(failed).<RuntimeException>map(it -> it).orElse(failed);
        }
    }

    private void keep(Letter letter) {
        try {
            letter.write()
                    .ifPresentOrElse(
                            backlog::put,
                            () -> LOG.error("A request is too long to wait in the queue"));
        } catch (RuntimeException unkept) {
            LOG.errorf("A request cannot wait: %s", unkept.getClass().getName());
        }
    }

    /// What the container may have wrapped on its way up.
    private static Optional<FactsUnavailable> unavailable(Throwable failed) {
        return Stream.iterate(failed, thrown -> thrown != null, Throwable::getCause)
                .filter(FactsUnavailable.class::isInstance)
                .map(FactsUnavailable.class::cast)
                .findFirst();
    }
}
