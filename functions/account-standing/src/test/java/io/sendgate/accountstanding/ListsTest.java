package io.sendgate.accountstanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

class ListsTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @Test
    void thePagesOfAListAreTheList() {
        List<String> read = new ArrayList<>();
        PageView<String> page = page(ALL, "2", null);
        read.addAll(page.items());
        while (page.next() != null) {
            page = page(ALL, "2", page.next());
            read.addAll(page.items());
        }

        assertThat(read).isEqualTo(ALL);
    }

    @Test
    void aPageThatEndsWithTheListHasNoNext() {
        assertThat(page(ALL, "5", null).next()).isNull();
    }

    @Test
    void aPageGoesOnWhereTheItemBeforeItHasGone() {
        @Nullable String next = page(ALL, "2", null).next();

        assertThat(page(List.of("a", "c", "d"), "2", next).items()).containsExactly("c", "d");
    }

    private static PageView<String> page(List<String> all, String limit, @Nullable String after) {
        return Lists.page(
                "letters", all, Function.identity(), Paging.parse("letters", limit, after));
    }
}
