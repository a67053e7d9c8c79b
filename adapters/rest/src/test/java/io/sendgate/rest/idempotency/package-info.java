/// Repeats, proven.
@NullMarked
package io.sendgate.rest.idempotency;

import org.jspecify.annotations.NullMarked;
