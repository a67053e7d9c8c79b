/// What account-standing promises.
@NullMarked
package io.sendgate.accountstanding.accounts;

import org.jspecify.annotations.NullMarked;
