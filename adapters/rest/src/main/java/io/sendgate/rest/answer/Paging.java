package io.sendgate.rest.answer;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Pattern;

/// The part of a list that a caller asks for.
///
/// @param limit how many items at most, 1 to 100
/// @param after the position of the last item already answered; empty for the start
public record Paging(int limit, Optional<String> after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    /// What `?limit=` and `?after=` ask for.
    ///
    /// @param list the list's name, which its cursors carry
    /// @param limit the parameter as it came; null where there is none
    /// @param after the parameter as it came; null where there is none
    /// @throws ProblemException 400 `invalid-parameter` where one cannot be read
    public static Paging parse(String list, @Nullable String limit, @Nullable String after) {
        return new Paging(
                limit == null ? USUAL : number(limit),
                Optional.ofNullable(after).map(text -> Cursor.parse(list, text).position()));
    }

    private static int number(String text) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        }
        throw Problem.invalidParameter("limit", "must be a number from 1 to " + MOST).toException();
    }
}
