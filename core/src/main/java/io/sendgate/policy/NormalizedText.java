package io.sendgate.policy;

import java.util.Arrays;

/// A text in the form in which word lists are matched, that still knows the words it was made from.
///
/// It holds lower-case words of letters and digits, with one space between them and none at either
/// end.
public final class NormalizedText {

    private final String original;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    /// @param starts for each character of `text`, where in `original` what it stands for begins
    /// @param ends for each character of `text`, where in `original` what it stands for ends,
    ///     exclusive
    NormalizedText(String original, String text, int[] starts, int[] ends) {
        this.original = original;
        this.text = text;
        this.starts = Arrays.copyOf(starts, text.length());
        this.ends = Arrays.copyOf(ends, text.length());
    }

    /// The same words, made from another text of the same length.
    NormalizedText madeFrom(String other) {
        return new NormalizedText(other, text, starts, ends);
    }

    /// The normalised words.
    public String text() {
        return text;
    }

    /// Whether there is no word at all.
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// The piece of the original text that characters `from` to `to` of the normalised one stand
    /// for.
    ///
    /// @param from the first character, inclusive
    /// @param to the last character, exclusive; more than `from`
    /// @throws IndexOutOfBoundsException where the range is empty or outside the text
    public String original(int from, int to) {
        if (from >= to) {
            throw new IndexOutOfBoundsException("an empty range stands for nothing");
        }
        return original.substring(starts[from], ends[to - 1]);
    }

    /// Where in the original text what a character of the normalised one stands for ends.
    ///
    /// @param at the character's index
    public int end(int at) {
        return ends[at];
    }

    /// Where in the original text what a character of the normalised one stands for begins.
    ///
    /// @param at the character's index
    public int start(int at) {
        return starts[at];
    }

    @Override
    public String toString() {
        return "NormalizedText[" + text.length() + " characters]";
    }
}
