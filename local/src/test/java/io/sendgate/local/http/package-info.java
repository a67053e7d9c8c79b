/// The packaged suite, started as a process of its own and asked over HTTP.
@NullMarked
package io.sendgate.local.http;

import org.jspecify.annotations.NullMarked;
