package io.sendgate.aws;

/// Where a request waits that was heard and could not be recorded.
///
/// What waits there has not been acknowledged to anybody: whoever sent it was answered 503.
@FunctionalInterface
public interface Backlog {

    /// The most characters that a letter may have; all of them are ASCII.
    int LONGEST = 256 << 10;

    /// Keeps a letter until it has been worked off.
    ///
    /// When this returns, the letter outlives this process.
    ///
    /// @param letter at most [#LONGEST] characters; encrypted where it is kept, never logged
    /// @throws io.sendgate.gate.FactsUnavailable where it could not be kept
    void put(String letter);
}
