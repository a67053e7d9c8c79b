/// Request bodies: strict JSON, JSON Schema 2020-12, plain words for what is wrong.
@NullMarked
package io.sendgate.rest.schema;

import org.jspecify.annotations.NullMarked;
