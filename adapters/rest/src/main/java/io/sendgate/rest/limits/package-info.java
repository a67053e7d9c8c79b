/// How fast a caller may ask: token buckets on the machine's own clock.
@NullMarked
package io.sendgate.rest.limits;

import org.jspecify.annotations.NullMarked;
