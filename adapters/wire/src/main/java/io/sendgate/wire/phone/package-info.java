/// Phone numbers as people write them, and where on the map they may be.
@NullMarked
package io.sendgate.wire.phone;

import org.jspecify.annotations.NullMarked;
