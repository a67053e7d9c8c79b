/// Who is asking: account keys, the operator key, sub-accounts.
@NullMarked
package io.sendgate.rest.auth;

import org.jspecify.annotations.NullMarked;
