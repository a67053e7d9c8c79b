package io.sendgate.aws;

import io.sendgate.standing.Action;
import io.sendgate.standing.Appeal;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseHistory;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.Step;

import java.util.ArrayList;
import java.util.List;

/// Turns the newest line of a case into its events: each write of a case adds exactly one line.
///
/// What people wrote is told without its digits: no event shows a phone number.
public final class CaseEvents {

    private static final int LONGEST_TEXT = 500;

    /// A maker of events; it has no state.
    public CaseEvents() {}

    /// The events of a write of the cases' table; none for what is no case.
    ///
    /// The same write gives the same ids.
    public List<SuiteEvent> events(StreamedItem streamed) {
        Item item = new Item(streamed.image());
        return CaseStore.isCase(item) ? events(CaseStore.read(item)) : List.of();
    }

    private static List<SuiteEvent> events(StoredCase told) {
        CaseEntry entry = told.history().last();
        List<SuiteEvent> events = new ArrayList<>();
        events.add(event(told, entry, type(entry), 1));
        if (entry.answer().filter(Step.Answered::isGranted).isPresent()) {
            events.add(event(told, entry, "standing.changed", 2));
        }
        return events;
    }

    private static String type(CaseEntry entry) {
        return switch (entry.kind()) {
            case OPENED -> "case.opened";
            case ACTED -> "standing.changed";
            case APPEALED -> "appeal.opened";
            case ANSWERED -> "appeal.decided";
            case OVERDUE -> "appeal.overdue";
        };
    }

    private static SuiteEvent event(StoredCase told, CaseEntry entry, String type, int index) {
        String place = "%012d-%02d".formatted(entry.number(), index);
        Envelope envelope =
                new Envelope(
                        told.id() + "|" + place,
                        type,
                        told.id(),
                        entry.at(),
                        told.account(),
                        place);
        EventData data =
                new EventData()
                        .put("case", told.id())
                        .put("account", told.account().map(Object::toString))
                        .put("state", told.history().state())
                        .put("by", plain(entry.by()))
                        .put("reason", plain(entry.text()));
        entry.fact("clause").ifPresent(clause -> data.put("clause", clause));
        entry.fact("origin").ifPresent(origin -> data.put("origin", origin));
        entry.acted().ifPresent(acted -> action(data, acted));
        entry.appeal().ifPresent(appeal -> appeal(data, appeal));
        entry.answer().ifPresent(answer -> answer(data, answer));
        if (entry.kind() == CaseEntry.Kind.OVERDUE) {
            data.put("appeal", entry.id()).put(CaseHistory.DUE, entry.fact(CaseHistory.DUE));
        }
        return envelope.seal(data);
    }

    private static void action(EventData data, Step.Acted acted) {
        data.put("id", acted.id()).put("action", acted.action());
        acted.taken()
                .filter(Restraint.class::isInstance)
                .map(Restraint.class::cast)
                .ifPresent(restraint -> restraint(data, restraint));
        if (!acted.ended().isEmpty()) {
            data.putTexts("ended", acted.ended().stream().sorted().toList());
        }
    }

    private static void restraint(EventData data, Restraint restraint) {
        data.put("scope", restraint.scope().stream().sorted().toList())
                .putTime("until", restraint.until());
        if (restraint.action() == Action.TERMINATE) {
            data.put("fees", restraint.forfeitsFees() ? "forfeit" : "keep");
        }
    }

    private static void appeal(EventData data, Appeal appeal) {
        data.put("id", appeal.id()).put("action", appeal.action()).put("dueAt", appeal.dueAt());
    }

    private static void answer(EventData data, Step.Answered answer) {
        data.put("id", answer.appeal().id())
                .put("action", answer.appeal().action())
                .put("outcome", answer.isGranted() ? "granted" : "refused");
    }

    /// Free text without digits, cut to a length.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .map(c -> Character.isDigit(c) ? '#' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
