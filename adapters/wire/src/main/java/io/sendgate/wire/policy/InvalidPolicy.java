package io.sendgate.wire.policy;

import java.util.List;
import java.util.stream.Collectors;

/// A document that may not act as a policy, with everything that is wrong with it.
public class InvalidPolicy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /// One thing that is wrong.
    ///
    /// @param pointer JSON Pointer of the member at fault; empty for the whole document
    /// @param detail what is wrong with it, fit for an answer
    public record Fault(String pointer, String detail) {

        @Override
        public String toString() {
            return pointer.isEmpty() ? detail : pointer + ": " + detail;
        }
    }

    /// Lists the faults, at least one.
    public InvalidPolicy(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /// Everything that is wrong, in the order of the document.
    public List<Fault> faults() {
        return faults;
    }
}
