package io.sendgate.consentreview;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.gate.ReadRecipient.Happening;
import io.sendgate.rest.answer.Cursor;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.schema.Json;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A person's history by the page: what happened, when, for which account, newest first.
final class HistoryPage {

    /// The list's name, which its cursors carry.
    static final String NAME = "history";

    private HistoryPage() {}

    /// A change, and its place in the whole history.
    private record Item(String place, ObjectNode json) {}

    /// The page of what happened, which is newest first.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 where the cursor is of another list
    static PageView<ObjectNode> of(List<Happening> history, Paging paging) {
        List<Item> items = history.stream().flatMap(HistoryPage::items).toList();
        List<Item> rest = paging.after().map(place -> after(place, items)).orElse(items);
        List<Item> shown = rest.subList(0, Math.min(rest.size(), paging.limit()));
        Optional<Cursor> next =
                shown.size() < rest.size()
                        ? Optional.of(new Cursor(NAME, shown.getLast().place()))
                        : Optional.empty();
        return PageView.of(shown.stream().map(Item::json).toList(), next);
    }

    /// One item for each change, the last one first: the list goes back in time.
    private static Stream<Item> items(Happening happening) {
        int last = happening.changes().size() - 1;
        return IntStream.rangeClosed(0, last)
                .map(i -> last - i)
                .mapToObj(i -> new Item(happening.place() + "/" + i, json(happening, i)));
    }

    private static ObjectNode json(Happening happening, int index) {
        ObjectNode json = Json.object();
        json.set("at", Json.tree(happening.at()));
        json.setAll(HistoryLine.of(happening.changes().get(index)));
        json.put("account", happening.account().value());
        return json;
    }

    private static List<Item> after(String place, List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).place().equals(place)) {
                return items.subList(i + 1, items.size());
            }
        }
        throw Problem.invalidParameter("after", "must be the next of this very list").toException();
    }
}
