/// The request as it came over the wire, the same in Lambda and in the local suite.
@NullMarked
package io.sendgate.rest.web;

import org.jspecify.annotations.NullMarked;
