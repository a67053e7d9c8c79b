/// What Lambda enters every function by, proven.
@NullMarked
package io.sendgate.lambda;

import org.jspecify.annotations.NullMarked;
