package io.sendgate.wire.policy;

import java.util.List;

/// A document that does not have the shape of one: no JSON, or not as the schema has it.
public final class MisshapenPolicy extends InvalidPolicy {

    private static final long serialVersionUID = 1L;

    /// Lists the faults, at least one.
    public MisshapenPolicy(List<Fault> faults) {
        super(faults);
    }
}
