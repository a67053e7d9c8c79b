/// What account-standing promises.
@NullMarked
package io.sendgate.accountstanding;

import org.jspecify.annotations.NullMarked;
