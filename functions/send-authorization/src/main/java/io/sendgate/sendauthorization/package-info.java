/// May this message go to this person, now: decisions, permits, outcomes, and what broadcasts take.
@NullMarked
package io.sendgate.sendauthorization;

import org.jspecify.annotations.NullMarked;
