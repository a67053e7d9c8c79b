package io.sendgate.policy;

import io.sendgate.policy.Detector.Span;

import java.util.Optional;

/// An international bank account number, as ISO 13616 writes it.
final class BankAccount {

    private static final int LEAST = 15;
    private static final int MOST = 34;
    private static final int LEAST_DIGITS = 10;
    private static final int GROUP = 4;

    private final String text;
    private final StringBuilder taken = new StringBuilder();
    private int digits;

    private BankAccount(String text) {
        this.text = text;
    }

    /// Whether two capitals and two digits stand here.
    static boolean mayBeginAt(String text, int at) {
        return isCapital(text.charAt(at))
                && isCapital(text.charAt(at + 1))
                && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3));
    }

    private static boolean isCapital(char one) {
        return one >= 'A' && one <= 'Z';
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    /// The number that begins here, in one piece or in groups of four.
    static Optional<Span> at(String text, int from) {
        return new BankAccount(text).read(from);
    }

    private Optional<Span> read(int from) {
        int at = from;
        while (at < text.length() && taken.length() <= MOST) {
            char one = text.charAt(at);
            if (isCapital(one) || isDigit(one)) {
                taken.append(one);
                digits += isDigit(one) ? 1 : 0;
                if (endsAt(at + 1) && isAccount()) {
                    return Optional.of(new Span(from, at + 1));
                }
            } else if (one != ' ' || taken.length() % GROUP != 0) {
                return Optional.empty();
            }
            at++;
        }
        return Optional.empty();
    }

    private boolean endsAt(int at) {
        return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private boolean isAccount() {
        return taken.length() >= LEAST
                && taken.length() <= MOST
                && digits >= LEAST_DIGITS
                && remainder() == 1;
    }

    private int remainder() {
        int rest = 0;
        for (int at = 0; at < taken.length(); at++) {
            char one = taken.charAt((at + GROUP) % taken.length());
            rest = isDigit(one) ? rest * 10 + one - '0' : rest * 100 + one - 'A' + 10;
            rest %= 97;
        }
        return rest;
    }
}
