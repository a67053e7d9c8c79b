/// Proofs of what becomes of providers' requests.
@NullMarked
package io.sendgate.inboundwebhook;

import org.jspecify.annotations.NullMarked;
