/// Requests as they came, proven.
@NullMarked
package io.sendgate.rest.web;

import org.jspecify.annotations.NullMarked;
