/// What the synthesised templates must say.
@NullMarked
package io.sendgate.infra;

import org.jspecify.annotations.NullMarked;
