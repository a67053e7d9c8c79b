/// The local topic: what the suite has published, to be read back.
@NullMarked
package io.sendgate.local.topic;

import org.jspecify.annotations.NullMarked;
