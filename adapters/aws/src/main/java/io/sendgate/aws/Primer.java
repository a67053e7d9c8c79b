package io.sendgate.aws;

/// What a function does once before its snapshot is taken, so that no restored copy does it again.
///
/// It touches nothing outside the process: no key, no connection, no lease and no random number may
/// be in a snapshot.
@FunctionalInterface
public interface Primer {

    /// Loads and compiles what every request needs.
    void prime();
}
