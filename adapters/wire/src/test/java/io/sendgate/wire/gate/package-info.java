/// The use cases under the real policies, over fakes.
@NullMarked
package io.sendgate.wire.gate;

import org.jspecify.annotations.NullMarked;
