/// The pure decision: a request, facts, policies and an instant in; an outcome with every reason
/// out.
@NullMarked
package io.sendgate.decision;

import org.jspecify.annotations.NullMarked;
