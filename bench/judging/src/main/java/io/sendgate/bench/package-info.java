/// Measurements that are no part of the build: content on a labelled corpus, and the pure decision.
@NullMarked
package io.sendgate.bench;

import org.jspecify.annotations.NullMarked;
