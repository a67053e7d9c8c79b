/// Repeats of one request: the caller's key and a fingerprint of the body.
@NullMarked
package io.sendgate.rest.idempotency;

import org.jspecify.annotations.NullMarked;
