/// The policies as callers see them.
@NullMarked
package io.sendgate.accountstanding.policies;

import org.jspecify.annotations.NullMarked;
