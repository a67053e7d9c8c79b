/// The rules this repository keeps about itself.
@NullMarked
package io.sendgate.checks;

import org.jspecify.annotations.NullMarked;
