/// A policy as data: its clauses and the rules that enforce them.
@NullMarked
package io.sendgate.policy;

import org.jspecify.annotations.NullMarked;
