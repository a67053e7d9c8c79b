package io.sendgate.decision;

import java.time.LocalDate;
import java.util.Optional;

/// The clause that a reason rests on.
///
/// @param source the document's id: a policy, a pack, or `sendgate`
/// @param version the document's version
/// @param id the clause's id in the catalogue
/// @param summary our own sentence for it, never the document's
/// @param authority for a clause of law, where it can be read
public record ClauseRef(
        String source, String version, String id, String summary, Optional<Authority> authority) {

    /// Where a clause of law can be read, and how well we know it.
    ///
    /// @param grade `P` primary text, `Q` quoted, `S` secondary, `U` unverified
    public record Authority(String citation, LocalDate readAt, String grade) {}
}
