package io.sendgate.policy;

import java.util.ArrayList;
import java.util.List;

/// Digits that stand together in a text, in whatever script.
///
/// @param digits as ASCII
/// @param from where they begin in the text, inclusive
/// @param to where they end, exclusive
record DigitGroup(String digits, int from, int to) {

    /// The text's digits: runs of groups with one separator at most between two of them.
    static List<List<DigitGroup>> runs(String text) {
        List<List<DigitGroup>> runs = new ArrayList<>();
        List<DigitGroup> run = new ArrayList<>();
        int end = Integer.MIN_VALUE;
        int at = 0;
        while (at < text.length()) {
            if (Character.digit(text.charAt(at), 10) < 0) {
                at++;
                continue;
            }
            DigitGroup group = from(text, at);
            if (!run.isEmpty() && !isSeparated(text, end, at)) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(group);
            end = group.to();
            at = end;
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static DigitGroup from(String text, int from) {
        StringBuilder digits = new StringBuilder();
        int at = from;
        int to = from;
        while (at < text.length()) {
            int digit = Character.digit(text.charAt(at), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
                to = at + 1;
            } else if (!isUnseen(text.charAt(at))) {
                break;
            }
            at++;
        }
        return new DigitGroup(digits.toString(), from, to);
    }

    private static boolean isSeparated(String text, int end, int next) {
        int seen = 0;
        for (int at = end; at < next; at++) {
            char between = text.charAt(at);
            if (!isUnseen(between)) {
                seen++;
                if (seen > 1 || !isSeparator(between)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSeparator(char between) {
        return Character.isSpaceChar(between)
                || Character.getType(between) == Character.DASH_PUNCTUATION
                || between == '.'
                || between == '_';
    }

    private static boolean isUnseen(char between) {
        return Character.getType(between) == Character.FORMAT;
    }
}
