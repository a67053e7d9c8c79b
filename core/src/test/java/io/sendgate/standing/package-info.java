/// What standing promises.
@NullMarked
package io.sendgate.standing;

import org.jspecify.annotations.NullMarked;
