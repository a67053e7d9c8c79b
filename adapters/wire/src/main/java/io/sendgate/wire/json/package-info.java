/// JSON in and out: what callers send, what webhooks say, and what the store keeps.
@NullMarked
package io.sendgate.wire.json;

import org.jspecify.annotations.NullMarked;
