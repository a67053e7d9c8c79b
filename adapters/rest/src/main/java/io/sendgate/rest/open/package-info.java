/// What is open to everybody: health, and the OpenAPI document.
@NullMarked
package io.sendgate.rest.open;

import org.jspecify.annotations.NullMarked;
