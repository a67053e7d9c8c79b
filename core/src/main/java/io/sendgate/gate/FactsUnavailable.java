package io.sendgate.gate;

/// The facts a decision needs could not be loaded, or it could not be recorded: the gate stays
/// closed.
public final class FactsUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Says what could not be had; never names a recipient.
    public FactsUnavailable(String what) {
        super(what);
    }

    /// As above, with what the store said.
    public FactsUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
