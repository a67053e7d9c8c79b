package io.sendgate.aws;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/// A call of a function that is no request over HTTP: a queue's, a topic's, a schedule's, an
/// operator's.
///
/// Every bean of this type in a function is asked in turn; the first that takes an event runs it.
public interface Errand {

    /// Whether an event is this errand's.
    ///
    /// @param event as Lambda hands it over
    boolean takes(JsonNode event);

    /// Does what the event asks for.
    ///
    /// @return what Lambda is answered, as JSON
    /// @throws RuntimeException where it could not be done; Lambda repeats it or keeps it
    Map<String, Object> run(JsonNode event);
}
