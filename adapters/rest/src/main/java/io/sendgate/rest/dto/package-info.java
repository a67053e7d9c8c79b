/// Request bodies as Java records, and their way into the vocabulary of the core.
@NullMarked
package io.sendgate.rest.dto;

import org.jspecify.annotations.NullMarked;
