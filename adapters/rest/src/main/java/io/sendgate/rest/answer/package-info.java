/// Answers as the caller sees them: decisions, reasons, lists and their cursors.
@NullMarked
package io.sendgate.rest.answer;

import org.jspecify.annotations.NullMarked;
