/// May this message go: the answers, over a ledger in memory.
@NullMarked
package io.sendgate.sendauthorization;

import org.jspecify.annotations.NullMarked;
