package io.sendgate.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// The one way in which texts and word lists are made comparable, in time linear in the text.
///
/// Letters lose their case, their diacritics, their width and their disguise (Cyrillic and Greek
/// look-alikes, circled and squared letters, a zero for an O); what cannot be seen is taken out, so
/// are apostrophes; anything else that is neither letter nor digit separates words.
public final class TextNormalizer {

    /// Below this there are ASCII characters alone.
    private static final char FIRST_MARK = 128;

    private static final int CASE = 'a' - 'A';

    private final String original;
    private final StringBuilder words;
    private int[] starts;
    private int[] ends;

    private TextNormalizer(String original) {
        this.original = original;
        this.words = new StringBuilder(original.length());
        this.starts = new int[original.length() + 1];
        this.ends = new int[original.length() + 1];
    }

    /// The normalised words of a text, with one space between them.
    public static String normalize(String text) {
        return words(text).text();
    }

    /// The normalised words of a text, which still know what they were made from.
    public static NormalizedText words(String text) {
        TextNormalizer normalizer = new TextNormalizer(text);
        int at = 0;
        while (at < text.length()) {
            at = normalizer.take(at);
        }
        return normalizer.finish();
    }

    /// A text in every form that rules look into: as it is and, where it wears one, without its
    /// mask.
    public static List<NormalizedText> forms(String text) {
        NormalizedText plain = words(text);
        List<NormalizedText> forms = new ArrayList<>(List.of(plain));
        for (String reading : Unmasking.readings(text)) {
            NormalizedText unmasked = words(reading).madeFrom(text);
            if (!unmasked.text().equals(plain.text())) {
                forms.add(unmasked);
            }
        }
        return List.copyOf(forms);
    }

    /// Takes the character at `at` with the marks on it, and says where the next one begins.
    private int take(int at) {
        char plain = original.charAt(at);
        if (plain < FIRST_MARK
                && (at + 1 == original.length() || original.charAt(at + 1) < FIRST_MARK)) {
            addPlain(plain, at);
            return at + 1;
        }
        int next = at + Character.charCount(original.codePointAt(at));
        while (next < original.length() && isMark(original.codePointAt(next))) {
            next += Character.charCount(original.codePointAt(next));
        }
        if (next == at + 1 && plain < FIRST_MARK) {
            addPlain(plain, at);
        } else {
            fold(original.substring(at, next)).codePoints().forEach(add(at, next));
        }
        return next;
    }

    /// Adds an ASCII character that carries no mark.
    private void addPlain(char plain, int at) {
        if (plain >= 'a' && plain <= 'z' || plain >= '0' && plain <= '9') {
            append(plain, at, at + 1);
        } else if (plain >= 'A' && plain <= 'Z') {
            append((char) (plain + CASE), at, at + 1);
        } else if (plain == ' ') {
            if (endsWithWord()) {
                append(' ', at, at + 1);
            }
        } else {
            add(plain, at, at + 1);
        }
    }

    private IntConsumer add(int start, int end) {
        return character -> add(character, start, end);
    }

    private void add(int character, int start, int end) {
        if (Lookalikes.isUnseen(character)) {
            return;
        }
        if (Character.isLetterOrDigit(character)) {
            for (char unit : Character.toChars(character)) {
                append(unit, start, end);
            }
        } else if (endsWithWord()) {
            append(' ', start, end);
        }
    }

    private void append(char unit, int start, int end) {
        int index = words.length();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        words.append(unit);
        starts[index] = start;
        ends[index] = end;
    }

    private boolean endsWithWord() {
        return !words.isEmpty() && words.charAt(words.length() - 1) != ' ';
    }

    private static String fold(String character) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(character, Normalizer.Form.NFKD)
                .codePoints()
                .filter(one -> !isMark(one))
                .map(Lookalikes::latin)
                .forEach(bare::appendCodePoint);
        String caseless = bare.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(caseless, Normalizer.Form.NFKC);
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private NormalizedText finish() {
        if (!words.isEmpty() && !endsWithWord()) {
            words.setLength(words.length() - 1);
        }
        for (int at = 1; at < words.length() - 1; at++) {
            if (words.charAt(at) == '0' && isLetter(at - 1) && isLetter(at + 1)) {
                words.setCharAt(at, 'o');
            }
        }
        return new NormalizedText(original, words.toString(), starts, ends);
    }

    private boolean isLetter(int at) {
        return Character.isLetter(words.charAt(at));
    }
}
