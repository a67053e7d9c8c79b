/// Stand-ins for everything outside, in memory: fakes, and called so.
@NullMarked
package io.sendgate.fake;

import org.jspecify.annotations.NullMarked;
