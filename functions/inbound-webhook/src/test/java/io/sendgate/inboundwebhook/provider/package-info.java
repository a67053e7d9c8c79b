/// Proofs of each provider's adapter, by the providers' own signature vectors.
@NullMarked
package io.sendgate.inboundwebhook.provider;

import org.jspecify.annotations.NullMarked;
