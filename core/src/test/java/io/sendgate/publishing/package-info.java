/// Tests of what may be published.
@NullMarked
package io.sendgate.publishing;

import org.jspecify.annotations.NullMarked;
