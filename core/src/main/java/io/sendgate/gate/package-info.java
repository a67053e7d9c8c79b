/// The use cases: load facts, decide, append, answer; all I/O behind the ports declared here.
@NullMarked
package io.sendgate.gate;

import org.jspecify.annotations.NullMarked;
