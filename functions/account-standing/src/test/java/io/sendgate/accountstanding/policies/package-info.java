/// What account-standing promises.
@NullMarked
package io.sendgate.accountstanding.policies;

import org.jspecify.annotations.NullMarked;
