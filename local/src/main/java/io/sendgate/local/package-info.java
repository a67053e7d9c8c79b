/// The whole suite in one process: real functions, real DynamoDB on loopback, a clock that can be
/// moved.
@NullMarked
package io.sendgate.local;

import org.jspecify.annotations.NullMarked;
