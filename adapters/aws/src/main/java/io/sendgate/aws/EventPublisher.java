package io.sendgate.aws;

import java.util.List;

/// Where events go: the port to the topic.
public interface EventPublisher {

    /// Publishes events, each at least once.
    ///
    /// @param events in the order in which they happened, any number
    /// @return the positions of those that could not be published, ascending; empty where all
    ///     were
    List<Integer> publish(List<SuiteEvent> events);
}
