/// A business that sends: its profile, its senders, its keys and its standing.
@NullMarked
package io.sendgate.account;

import org.jspecify.annotations.NullMarked;
