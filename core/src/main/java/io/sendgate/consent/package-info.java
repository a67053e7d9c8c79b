/// What a recipient has agreed to, how it is proven, and how it ends.
@NullMarked
package io.sendgate.consent;

import org.jspecify.annotations.NullMarked;
