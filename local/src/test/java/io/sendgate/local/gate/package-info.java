/// The use cases over the embedded store: what they cost, call by call.
@NullMarked
package io.sendgate.local.gate;

import org.jspecify.annotations.NullMarked;
