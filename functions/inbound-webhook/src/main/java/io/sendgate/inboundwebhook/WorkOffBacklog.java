package io.sendgate.inboundwebhook;

import io.quarkus.arc.Unremovable;
import io.sendgate.aws.QueueErrand;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/// The queue's errand: requests that waited are heard again, each by its own signature.
///
/// A letter whose request is not believed, or was malformed, is done with: its sender was never
/// owed more. One that fails again stays in the queue.
@Singleton
@Unremovable
public class WorkOffBacklog extends QueueErrand {

    private static final Logger LOG = Logger.getLogger(WorkOffBacklog.class);

    private final Provider<Webhooks> webhooks;

    /// The errand in front of what hears.
    @Inject
    public WorkOffBacklog(Provider<Webhooks> webhooks) {
        this.webhooks = webhooks;
    }

    /// Works off one letter.
    ///
    /// @return whether it is done with
    @Override
    public boolean workOff(String text) {
        try {
            Letter letter = Letter.read(text);
            webhooks.get().hearLate(letter.provider(), letter.account(), letter.request());
            return true;
        } catch (ProblemException refused) {
            LOG.warnf("A request that waited was refused: %d", refused.problem().status());
            return true;
        } catch (RuntimeException failed) {
            LOG.warnf("A request that waited fails again: %s", failed.getClass().getName());
            return false;
        }
    }
}
