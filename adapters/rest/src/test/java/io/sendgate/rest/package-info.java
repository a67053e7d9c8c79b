/// What the HTTP side promises, proven.
@NullMarked
package io.sendgate.rest;

import org.jspecify.annotations.NullMarked;
