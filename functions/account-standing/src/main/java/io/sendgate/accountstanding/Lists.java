package io.sendgate.accountstanding;

import io.sendgate.rest.answer.Cursor;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Pages of lists that are short enough to be held whole.
public final class Lists {

    private Lists() {}

    /// The page that is asked for.
    ///
    /// @param list the list's name, which its cursors carry
    /// @param all every item, ascending by position
    /// @param position an item's place: the next page begins with the first item behind it,
    ///     whatever has become of that item since
    public static <T> PageView<T> page(
            String list, List<T> all, Function<T, String> position, Paging paging) {
        List<T> rest =
                all.stream()
                        .filter(
                                item ->
                                        paging.after()
                                                .map(
                                                        last ->
                                                                position.apply(item).compareTo(last)
                                                                        > 0)
                                                .orElse(true))
                        .toList();
        if (rest.size() <= paging.limit()) {
            return PageView.whole(rest);
        }
        List<T> items = rest.subList(0, paging.limit());
        return PageView.of(items, Optional.of(new Cursor(list, position.apply(items.getLast()))));
    }
}
