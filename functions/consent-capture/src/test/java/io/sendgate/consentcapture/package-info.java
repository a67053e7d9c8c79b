/// Captures, forms and confirmation links over a ledger in memory and the real policies and keys.
@NullMarked
package io.sendgate.consentcapture;

import org.jspecify.annotations.NullMarked;
