/// What Lambda enters every function by.
@NullMarked
package io.sendgate.lambda;

import org.jspecify.annotations.NullMarked;
