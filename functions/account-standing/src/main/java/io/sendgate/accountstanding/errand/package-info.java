/// What account-standing is called for by others than callers over HTTP.
@NullMarked
package io.sendgate.accountstanding.errand;

import org.jspecify.annotations.NullMarked;
