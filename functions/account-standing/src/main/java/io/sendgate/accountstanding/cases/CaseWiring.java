package io.sendgate.accountstanding.cases;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes what the cases' use cases reach for.
@Singleton
public class CaseWiring {

    /// The wiring; the container makes it.
    public CaseWiring() {}

    /// The operator's own settings.
    @Produces
    @Singleton
    StandingSettings settings() {
        return StandingSettings.packed();
    }
}
