/// The HTTP side as it answers over a socket.
@NullMarked
package io.sendgate.rest.http;

import org.jspecify.annotations.NullMarked;
