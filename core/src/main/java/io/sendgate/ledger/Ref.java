package io.sendgate.ledger;

/// Where, within a recipient's items, something is kept.
public sealed interface Ref {

    /// A ledger entry, by its number; the first is 1.
    record Numbered(long number) implements Ref {}

    /// A note beside the ledger, by 62 bits of a hash or of chance.
    record Noted(long bits) implements Ref {

        private static final long MASK = (1L << 62) - 1;

        /// Keeps 62 bits.
        public Noted {
            bits &= MASK;
        }
    }
}
