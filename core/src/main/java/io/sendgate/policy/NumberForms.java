package io.sendgate.policy;

import io.sendgate.policy.Detector.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Numbers that are known by their form and their check digits, however they are grouped.
final class NumberForms {

    private static final int LEAST_CARD = 13;
    private static final int MOST_CARD = 19;
    private static final int SOLID_SSN = 9;
    private static final int WORDS_BEFORE = 24;

    private NumberForms() {}

    /// The first payment card's number.
    static Optional<Span> card(String text) {
        for (List<DigitGroup> run : DigitGroup.runs(text)) {
            for (int first = 0; first < run.size(); first++) {
                Optional<Span> found = cardFrom(run, first);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> cardFrom(List<DigitGroup> run, int first) {
        StringBuilder digits = new StringBuilder();
        List<Integer> shape = new ArrayList<>();
        for (int last = first; last < run.size() && digits.length() < MOST_CARD; last++) {
            digits.append(run.get(last).digits());
            shape.add(run.get(last).digits().length());
            if (isCardShape(shape) && isCard(digits)) {
                return Optional.of(new Span(run.get(first).from(), run.get(last).to()));
            }
        }
        return Optional.empty();
    }

    /// In one piece, in fours as on the card, as American Express groups, or in equal small groups.
    private static boolean isCardShape(List<Integer> shape) {
        if (shape.equals(List.of(4, 6, 5)) || shape.equals(List.of(4, 6, 4))) {
            return true;
        }
        int size = shape.getFirst();
        boolean even = shape.stream().limit(shape.size() - 1L).allMatch(one -> one == size);
        boolean usual = shape.size() == 1 || size == 1 || size == 2 || size == 4;
        return even && usual && shape.getLast() <= size;
    }

    private static boolean isCard(CharSequence digits) {
        int length = digits.length();
        boolean lengthFits =
                switch (digits.charAt(0)) {
                    case '2', '5' -> length == 16;
                    case '3' -> length == 14 || length == 15;
                    case '4' -> length == LEAST_CARD || length == 16 || length == MOST_CARD;
                    case '6' -> length >= 16 && length <= MOST_CARD;
                    default -> false;
                };
        return lengthFits && hasLuhnCheck(digits);
    }

    private static boolean hasLuhnCheck(CharSequence digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int doubled = at % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /// The first US social security number.
    static Optional<Span> socialSecurity(String text) {
        for (List<DigitGroup> run : DigitGroup.runs(text)) {
            for (int at = 0; at < run.size(); at++) {
                if (isSolidSsn(run.get(at), text)) {
                    return Optional.of(new Span(run.get(at).from(), run.get(at).to()));
                }
                if (run.size() == 3 && at == 0 && isSsn(run)) {
                    return Optional.of(new Span(run.getFirst().from(), run.getLast().to()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSsn(List<DigitGroup> run) {
        String area = run.get(0).digits();
        String group = run.get(1).digits();
        String serial = run.get(2).digits();
        return area.length() == 3
                && group.length() == 2
                && serial.length() == 4
                && isIssued(area + group + serial);
    }

    /// Nine digits in one piece are one only where the text calls them so.
    private static boolean isSolidSsn(DigitGroup group, String text) {
        if (group.digits().length() != SOLID_SSN || !isIssued(group.digits())) {
            return false;
        }
        String before =
                text.substring(Math.max(0, group.from() - WORDS_BEFORE), group.from())
                        .toLowerCase(Locale.ROOT);
        return before.contains("ssn") || before.contains("social");
    }

    private static boolean isIssued(String digits) {
        return !digits.startsWith("000")
                && !digits.startsWith("666")
                && digits.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }

    /// The first international bank account number.
    static Optional<Span> bankAccount(String text) {
        for (int at = 0; at + 3 < text.length(); at++) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && BankAccount.mayBeginAt(text, at)) {
                Optional<Span> found = BankAccount.at(text, at);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
