/// frequency-reset.
@NullMarked
package io.sendgate.frequencyreset;

import org.jspecify.annotations.NullMarked;
