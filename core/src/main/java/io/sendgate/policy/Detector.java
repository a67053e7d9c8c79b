package io.sendgate.policy;

import io.sendgate.contact.Term;

import java.util.Optional;

/// Something that is known by its form rather than by its words.
public enum Detector implements Term {
    /// A payment card's number, by its length, its issuer's digit and its check digit.
    CARD_NUMBER,
    /// A US social security number, written in three groups.
    SSN,
    /// An international bank account number, by its length and its check digits.
    IBAN,
    /// The beginning of an answer or of a forwarded message, as mail programs write it.
    REPLY_PREFIX;

    /// Where in a text it was found.
    ///
    /// @param from the first character, inclusive
    /// @param to the last character, exclusive
    public record Span(int from, int to) {}

    /// The first in `text`, if there is one; in time linear in the text.
    public Optional<Span> find(String text) {
        return switch (this) {
            case CARD_NUMBER -> NumberForms.card(text);
            case SSN -> NumberForms.socialSecurity(text);
            case IBAN -> NumberForms.bankAccount(text);
            case REPLY_PREFIX -> ReplyPrefix.find(text);
        };
    }

    /// Whether what it finds must not be shown again in full.
    public boolean isSecret() {
        return this != REPLY_PREFIX;
    }
}
