/// One person as an account knows them, over a ledger in memory.
@NullMarked
package io.sendgate.consentreview;

import org.jspecify.annotations.NullMarked;
