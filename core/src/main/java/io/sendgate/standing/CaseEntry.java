package io.sendgate.standing;

import io.sendgate.contact.Term;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One line of a case's history; it is never changed, and names the hash of the line before.
///
/// @param number 1 for the opening
/// @param id by what it is known: the case's, the action's, the appeal's id; a repeat has the same
/// @param at business time
/// @param by who did it: the operator's name for themselves, an account, `gate`, `sweep`, `public`
/// @param text what was said: a description, a reason, an explanation
/// @param facts what else is known, by name; never a phone number in clear
/// @param step what it does to the account's standing; empty for what does nothing to it
/// @param previous the hash of the line before; empty for the first
public record CaseEntry(
        int number,
        Kind kind,
        String id,
        Instant at,
        String by,
        String text,
        Map<String, String> facts,
        Optional<Step> step,
        Optional<String> previous) {

    /// Copies the map, so that a line never changes.
    public CaseEntry {
        facts = Map.copyOf(facts);
    }

    /// What happened.
    public enum Kind implements Term {
        /// The case was opened.
        OPENED,
        /// An action was taken.
        ACTED,
        /// The account appealed.
        APPEALED,
        /// An appeal was answered.
        ANSWERED,
        /// An answer is overdue, and this was announced.
        OVERDUE
    }

    /// A line before it has its place.
    ///
    /// @param id as in the entry
    public record Draft(
            Kind kind,
            String id,
            Instant at,
            String by,
            String text,
            Map<String, String> facts,
            Optional<Step> step) {

        /// The line at a place.
        ///
        /// @param previous the hash of the line before
        public CaseEntry at(int number, Optional<String> previous) {
            return new CaseEntry(number, kind, id, at, by, text, facts, step, previous);
        }
    }

    /// The same line before it had its place: for a repeat.
    public Draft draft() {
        return new Draft(kind, id, at, by, text, facts, step);
    }

    /// A fact of this line.
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /// The action that was taken, where one was.
    public Optional<Step.Acted> acted() {
        return step.filter(Step.Acted.class::isInstance).map(Step.Acted.class::cast);
    }

    /// The appeal that was made, where one was.
    public Optional<Appeal> appeal() {
        return step.filter(Step.Appealed.class::isInstance)
                .map(Step.Appealed.class::cast)
                .map(Step.Appealed::appeal);
    }

    /// The answer that was given, where one was.
    public Optional<Step.Answered> answer() {
        return step.filter(Step.Answered.class::isInstance).map(Step.Answered.class::cast);
    }
}
