/// What a person's own words ask for: lists of keywords and phrases by language, and how they
/// match.
@NullMarked
package io.sendgate.language;

import org.jspecify.annotations.NullMarked;
