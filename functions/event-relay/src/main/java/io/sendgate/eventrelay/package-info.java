/// event-relay.
@NullMarked
package io.sendgate.eventrelay;

import org.jspecify.annotations.NullMarked;
