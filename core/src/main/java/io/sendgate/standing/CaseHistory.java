package io.sendgate.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everything that happened in a case, oldest first.
///
/// @param entries at least the opening
public record CaseHistory(List<CaseEntry> entries) {

    /// Under this name the opening says when the case is to be decided.
    public static final String DUE = "dueAt";

    /// Copies the list, so that a history never changes.
    public CaseHistory {
        entries = List.copyOf(entries);
    }

    /// How it began.
    public CaseEntry opening() {
        return entries.getFirst();
    }

    /// What happened last.
    public CaseEntry last() {
        return entries.getLast();
    }

    /// The line of that id and kind.
    public Optional<CaseEntry> find(CaseEntry.Kind kind, String id) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && entry.id().equals(id))
                .findFirst();
    }

    /// The appeals that wait for their answers, oldest first.
    public List<Appeal> waiting() {
        return entries.stream()
                .flatMap(entry -> entry.appeal().stream())
                .filter(appeal -> answer(appeal.id()).isEmpty())
                .toList();
    }

    /// The answer to an appeal, if it has one.
    public Optional<Step.Answered> answer(String appeal) {
        return entries.stream()
                .flatMap(entry -> entry.answer().stream())
                .filter(answer -> answer.appeal().id().equals(appeal))
                .findFirst();
    }

    /// The actions that were taken, oldest first.
    public List<Step.Acted> actions() {
        return entries.stream().flatMap(entry -> entry.acted().stream()).toList();
    }

    /// How far the case has come.
    public CaseState state() {
        return waiting().isEmpty()
                ? CaseState.after(actions().stream().map(Step.Acted::action).toList())
                : CaseState.APPEALED;
    }

    /// When the next answer is to be given; empty for a case that waits for none.
    public Optional<Instant> due() {
        return switch (state()) {
            case OPEN -> opening().fact(DUE).map(Instant::parse);
            case APPEALED -> waiting().stream().map(Appeal::dueAt).min(Comparator.naturalOrder());
            case CLOSED -> Optional.empty();
        };
    }

    /// The appeals whose answer is overdue and of which nobody has been told yet.
    public List<Appeal> unannounced(Instant now) {
        return waiting().stream()
                .filter(appeal -> appeal.isOverdue(now))
                .filter(appeal -> find(CaseEntry.Kind.OVERDUE, appeal.id()).isEmpty())
                .toList();
    }
}
