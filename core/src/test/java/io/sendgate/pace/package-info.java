@NullMarked
package io.sendgate.pace;

import org.jspecify.annotations.NullMarked;
