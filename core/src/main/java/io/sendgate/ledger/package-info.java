/// A recipient as an append-only ledger: entries, the changes they record and the state they carry.
@NullMarked
package io.sendgate.ledger;

import org.jspecify.annotations.NullMarked;
