package io.sendgate.inboundwebhook.provider;

/// A genuine request is not what its provider sends. It carries no stack trace: it is an answer.
public final class MalformedPayload extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Says what is wrong.
    ///
    /// @param what a fixed sentence; never a value from the request
    public MalformedPayload(String what) {
        super(what, null, false, false);
    }
}
