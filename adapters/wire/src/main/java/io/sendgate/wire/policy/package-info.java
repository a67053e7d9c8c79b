/// Policies as documents: read, checked, shown, and proved by their cases.
@NullMarked
package io.sendgate.wire.policy;

import org.jspecify.annotations.NullMarked;
