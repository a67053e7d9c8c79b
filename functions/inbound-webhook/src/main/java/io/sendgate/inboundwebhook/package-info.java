/// What providers tell us: messages from people, receipts, complaints, choices made in their
/// settings.
@NullMarked
package io.sendgate.inboundwebhook;

import org.jspecify.annotations.NullMarked;
