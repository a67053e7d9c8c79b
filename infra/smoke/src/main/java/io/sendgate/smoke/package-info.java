/// A few requests that a suite must answer, wherever it runs.
@NullMarked
package io.sendgate.smoke;

import org.jspecify.annotations.NullMarked;
