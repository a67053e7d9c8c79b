/// What is open to everybody, proven.
@NullMarked
package io.sendgate.rest.open;

import org.jspecify.annotations.NullMarked;
