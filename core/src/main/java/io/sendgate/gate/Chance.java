package io.sendgate.gate;

/// A source of unpredictable bits, handed in so that tests can repeat themselves.
@FunctionalInterface
public interface Chance {

    /// The next 64 bits.
    long next();
}
