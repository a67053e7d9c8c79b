package io.sendgate.inboundwebhook.provider;

import io.sendgate.gate.ReceiveMessage;

/// What became of one thing that a request said.
public sealed interface Result {

    /// A message was heard and acted on.
    record Answered(ReceiveMessage.Received received) implements Result {}

    /// It is on record.
    ///
    /// @param news whether it was not before
    record Recorded(boolean news) implements Result {}

    /// Nothing was to be done.
    record Passed() implements Result {}
}
