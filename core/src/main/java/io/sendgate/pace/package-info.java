/// How fast messages go: what a line has let through, and what of it is promised to broadcasts.
@NullMarked
package io.sendgate.pace;

import org.jspecify.annotations.NullMarked;
