/// Answers, proven.
@NullMarked
package io.sendgate.rest.answer;

import org.jspecify.annotations.NullMarked;
