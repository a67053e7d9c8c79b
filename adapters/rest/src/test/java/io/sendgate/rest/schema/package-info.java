/// Bodies and their schemas, proven.
@NullMarked
package io.sendgate.rest.schema;

import org.jspecify.annotations.NullMarked;
