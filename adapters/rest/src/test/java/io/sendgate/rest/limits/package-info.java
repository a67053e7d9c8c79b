/// Limits, proven.
@NullMarked
package io.sendgate.rest.limits;

import org.jspecify.annotations.NullMarked;
