package io.sendgate.language;

import io.sendgate.consent.Intent;

import java.util.Optional;

/// What a message was understood to ask for, and what made it so.
///
/// @param span the words of the message that decided, as they were written
/// @param rule the keyword list or phrase rule that matched them
/// @param list the list the rule is from, with its version: `en@2026-11-21`
/// @param language the list's language, ISO 639
public record Reading(
        Intent intent,
        Confidence confidence,
        Optional<String> span,
        Optional<String> rule,
        Optional<String> list,
        Optional<String> language) {

    /// An ordinary message.
    public static final Reading ORDINARY =
            new Reading(
                    Intent.NONE,
                    Confidence.CERTAIN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// Whether it asks for no more messages, surely enough to act on.
    public boolean endsMessages() {
        return confidence != Confidence.DOUBTFUL
                && switch (intent) {
                    case OPT_OUT, SCOPED_OPT_OUT, WRONG_NUMBER -> true;
                    case OPT_IN, HELP, CONFIRM, BUSINESS_CANCEL, EMERGENCY, NONE -> false;
                };
    }

    /// Whether it may be an opt-out, so that marketing waits for a person to look.
    public boolean isSuspect() {
        return confidence == Confidence.DOUBTFUL;
    }
}
