/// The embedded store: DynamoDB Local in this process, and the pump of its streams.
@NullMarked
package io.sendgate.local.store;

import org.jspecify.annotations.NullMarked;
