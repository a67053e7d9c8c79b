/// Errors as the caller sees them: RFC 9457 problems, whatever raised them.
@NullMarked
package io.sendgate.rest.problem;

import org.jspecify.annotations.NullMarked;
