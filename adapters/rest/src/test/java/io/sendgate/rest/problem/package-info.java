/// Problems, proven.
@NullMarked
package io.sendgate.rest.problem;

import org.jspecify.annotations.NullMarked;
