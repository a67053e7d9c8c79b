/// Races and kills against the packaged suite: a tenth of the rounds in every build.
@NullMarked
package io.sendgate.local.race;

import org.jspecify.annotations.NullMarked;
