/// Reads the lists by which replies are understood.
@NullMarked
package io.sendgate.wire.language;

import org.jspecify.annotations.NullMarked;
