/// How messages are understood.
@NullMarked
package io.sendgate.language;

import org.jspecify.annotations.NullMarked;
