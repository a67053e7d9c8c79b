package io.sendgate.rest.answer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A list as every list is answered.
///
/// @param next the cursor of the next page; null where there is none
public record PageView<T>(List<T> items, @Nullable String next) {

    /// A page, and the place after which the next one begins.
    ///
    /// @param next empty on the last page
    public static <T> PageView<T> of(List<T> items, Optional<Cursor> next) {
        return new PageView<>(List.copyOf(items), next.map(Cursor::text).orElse(null));
    }

    /// A list that is always answered whole.
    public static <T> PageView<T> whole(List<T> items) {
        return of(items, Optional.empty());
    }
}
