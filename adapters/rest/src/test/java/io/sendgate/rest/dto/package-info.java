/// Bodies in the words of the core, proven.
@NullMarked
package io.sendgate.rest.dto;

import org.jspecify.annotations.NullMarked;
