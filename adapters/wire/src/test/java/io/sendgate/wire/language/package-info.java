/// The language lists and the corpus of replies that measures them.
@NullMarked
package io.sendgate.wire.language;

import org.jspecify.annotations.NullMarked;
