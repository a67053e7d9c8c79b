package io.sendgate.publishing;

import java.util.Optional;

/// What a policy promises about its next version, each by the clause that does.
///
/// @param date the clause by which the next version has a later date of change
/// @param notice how long before it takes effect a material change is announced
/// @param summary the clause by which the next version says what has changed
public record Promises(Optional<String> date, Optional<Notice> notice, Optional<String> summary) {

    /// Nothing is promised.
    public static final Promises NONE =
            new Promises(Optional.empty(), Optional.empty(), Optional.empty());

    /// How long before it takes effect a material change is announced.
    ///
    /// @param days each of 24 hours; a change exactly that far ahead is in time
    public record Notice(String clause, int days) {}
}
