package io.sendgate.bench;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message of the corpus with what the gate says of its words.
///
/// @param found the reasons and the advice that rest on what it says
record JudgedMessage(LabelledMessage message, Decision decision, Set<ReasonCode> found) {

    private static final Set<ReasonCode> GOODS =
            Set.of(ReasonCode.CONTENT_SHAFT, ReasonCode.CONTENT_ILLEGAL_GOODS);

    /// What other codes a message of a label may be refused with: the border between them is not
    /// sharp.
    private static final Map<String, Set<ReasonCode>> ALSO =
            Map.of(
                    "content-phishing",
                    Set.of(ReasonCode.CONTENT_FRAUD, ReasonCode.IMPERSONATION),
                    "impersonation",
                    Set.of(ReasonCode.SENDER_IDENTITY_MISMATCH, ReasonCode.CONTENT_FRAUD),
                    "content-fraud",
                    Set.of(ReasonCode.CONTENT_PHISHING, ReasonCode.CONTENT_MISLEADING),
                    "content-misleading",
                    Set.of(ReasonCode.CONTENT_FRAUD, ReasonCode.IMPERSONATION),
                    "chatbot-sensitive-question",
                    Set.of(ReasonCode.CONTENT_PHISHING),
                    "chatbot-promise",
                    Set.of(ReasonCode.CONTENT_UNSUBSTANTIATED));

    static JudgedMessage of(LabelledMessage message, Decision decision) {
        Set<ReasonCode> found =
                Stream.concat(
                                decision.reasons().stream().map(Reason::code),
                                decision.advice().stream().map(advice -> advice.code()))
                        .filter(JudgedMessage::isOfWords)
                        .collect(Collectors.toSet());
        return new JudgedMessage(message, decision, found);
    }

    /// Whether a reason rests on the words of a message.
    static boolean isOfWords(ReasonCode code) {
        return switch (code) {
            case SENDER_IDENTITY_MISMATCH,
                    IMPERSONATION,
                    PURPOSE_MISMATCH,
                    CATEGORY_MISMATCH,
                    SENSITIVE_DATA,
                    BUSINESS_NAME_MISSING,
                    OPT_OUT_LINE_MISSING ->
                    true;
            default -> code.name().startsWith("CONTENT_") || code.name().startsWith("CHATBOT_");
        };
    }

    /// The codes of which one is what the label asks for.
    static Set<ReasonCode> wanted(String label) {
        if (label.startsWith("shaft-") || label.startsWith("carrier-")) {
            return GOODS;
        }
        Set<ReasonCode> own =
                Stream.of(ReasonCode.values())
                        .filter(code -> code.term().equals(label))
                        .collect(Collectors.toSet());
        return Stream.concat(own.stream(), ALSO.getOrDefault(label, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    /// Whether the gate says what the label asks for.
    boolean isRight() {
        return wanted(message.label()).stream().anyMatch(found::contains);
    }

    /// Whether the gate refuses it, or has a person look, for what it says.
    boolean isRefused() {
        return decision.reasons().stream().anyMatch(reason -> isOfWords(reason.code()));
    }

    /// Whether it is refused outright for what it says.
    boolean isDenied() {
        return decision.reasons().stream()
                .anyMatch(reason -> isOfWords(reason.code()) && reason.outcome() == Outcome.DENY);
    }

    /// The words that a reason rests on.
    Optional<String> because() {
        return decision.reasons().stream()
                .filter(reason -> isOfWords(reason.code()))
                .map(
                        reason ->
                                reason.clause().source()
                                        + " "
                                        + reason.clause().id()
                                        + " "
                                        + reason.code().term()
                                        + " "
                                        + reason.facts())
                .findFirst();
    }
}
