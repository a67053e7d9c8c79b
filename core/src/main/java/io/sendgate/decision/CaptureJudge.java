package io.sendgate.decision;

import io.sendgate.account.AccountProfile;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;
import io.sendgate.policy.Rule;
import io.sendgate.policy.TextNormalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges whether what was submitted is a consent, and how strong a one: pure and total.
///
/// The tier follows from the method and the evidence, never from a claim.
public final class CaptureJudge {

    private CaptureJudge() {}

    /// What a capture is worth.
    ///
    /// @param tier how strong a consent it is, if it is one
    /// @param proven whether its evidence can defend it
    /// @param reasons why it is none; empty for one that is
    public record Worth(Tier tier, boolean proven, List<Reason> reasons) {

        /// Copies the list, so that it never changes.
        public Worth {
            reasons = List.copyOf(reasons);
        }

        /// Whether it counts.
        public boolean counts() {
            return reasons.isEmpty();
        }
    }

    /// Judges a capture for an account.
    ///
    /// @param hasWritten whether the recipient has written to the account on that channel
    public static Worth judge(
            Capture capture, AccountProfile profile, PolicySet policies, boolean hasWritten) {
        Faults faults = new Faults(policies);
        if (barredSources(policies).contains(capture.source())) {
            faults.add(
                    ReasonCode.PURCHASED_LIST, "source", Map.of("source", capture.source().term()));
        }
        return switch (capture.method()) {
            case WEB_FORM, DIGITAL_FORM -> {
                disclosed(capture, profile, policies, faults, "disclosure");
                required(capture.evidence().ip().isPresent(), "/evidence/ip", faults);
                required(
                        capture.evidence().capturedAt().isPresent(),
                        "/evidence/capturedAt",
                        faults);
                yield faults.worth(Tier.EXPRESS_WRITTEN, true);
            }
            case PAPER_FORM -> {
                disclosed(capture, profile, policies, faults, "paper");
                required(
                        capture.evidence().attachmentSha256().isPresent(),
                        "/evidence/attachmentSha256",
                        faults);
                required(
                        capture.evidence().capturedAt().isPresent(),
                        "/evidence/capturedAt",
                        faults);
                yield faults.worth(Tier.EXPRESS_WRITTEN, true);
            }
            case KEYWORD, VERBAL -> {
                required(
                        capture.evidence().capturedAt().isPresent(),
                        "/evidence/capturedAt",
                        faults);
                yield faults.worth(Tier.EXPRESS, true);
            }
            case CONVERSATION -> {
                required(hasWritten, "/method", faults);
                yield faults.worth(Tier.IMPLIED, true);
            }
            case IMPORT -> imported(capture, profile, policies, faults);
        };
    }

    /// An import is worth what its evidence carries, by the rules for the other methods.
    private static Worth imported(
            Capture capture, AccountProfile profile, PolicySet policies, Faults faults) {
        Evidence evidence = capture.evidence();
        if (evidence.capturedAt().isEmpty()) {
            return faults.worth(Tier.IMPLIED, false);
        }
        boolean located = evidence.ip().isPresent() || evidence.attachmentSha256().isPresent();
        Faults written = new Faults(policies);
        disclosed(capture, profile, policies, written, "disclosure");
        return faults.worth(located && written.none() ? Tier.EXPRESS_WRITTEN : Tier.EXPRESS, true);
    }

    private static void disclosed(
            Capture capture,
            AccountProfile profile,
            PolicySet policies,
            Faults faults,
            String clauseFor) {
        Disclosure disclosure = capture.disclosure();
        String text = disclosure.text().orElse("");
        if (text.isBlank()) {
            faults.add(ReasonCode.DISCLOSURE_MISSING, clauseFor, Map.of("missing", "text"));
        } else {
            if (!names(profile, text)) {
                faults.add(
                        ReasonCode.DISCLOSURE_MISSING,
                        clauseFor,
                        Map.of("missing", profile.businessName()));
            }
            if (!namesChannel(capture, policies, text)) {
                faults.add(
                        ReasonCode.DISCLOSURE_MISSING,
                        clauseFor,
                        Map.of("missing", capture.channel().term()));
            }
        }
        if (disclosure.preTicked()) {
            faults.add(ReasonCode.BOX_PRE_TICKED, "box", Map.of("preTicked", true));
        }
        if (disclosure.conditionOfPurchase()) {
            faults.add(
                    ReasonCode.CONDITION_OF_PURCHASE,
                    "purchase",
                    Map.of("conditionOfPurchase", true));
        }
    }

    private static boolean names(AccountProfile profile, String text) {
        String words = " " + TextNormalizer.normalize(text) + " ";
        return profile.names().stream()
                .anyMatch(name -> words.contains(" " + TextNormalizer.normalize(name) + " "));
    }

    private static boolean namesChannel(Capture capture, PolicySet policies, String text) {
        String words = "channel-" + capture.channel().carrier().term();
        return policies.own().wordLists().find(words, text).isPresent();
    }

    private static void required(boolean present, String pointer, Faults faults) {
        if (!present) {
            faults.add(ReasonCode.EVIDENCE_MISSING, "evidence", Map.of("missing", pointer));
        }
    }

    private static Set<Source> barredSources(PolicySet policies) {
        return policies.documents()
                .flatMap(document -> document.rules().stream())
                .filter(Rule.RequireConsent.class::isInstance)
                .map(rule -> ((Rule.RequireConsent) rule).quality())
                .filter(Rule.Quality.NotFrom.class::isInstance)
                .flatMap(quality -> ((Rule.Quality.NotFrom) quality).barred().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /// The faults found so far.
    private static final class Faults {

        private final PolicySet policies;
        private final List<Reason> reasons = new ArrayList<>();

        Faults(PolicySet policies) {
            this.policies = policies;
        }

        boolean none() {
            return reasons.isEmpty();
        }

        void add(ReasonCode code, String fault, Map<String, Object> used) {
            reasons.add(
                    new Reason(
                            code,
                            Outcome.DENY,
                            Optional.empty(),
                            clause(fault),
                            used,
                            fix(code, used)));
        }

        Worth worth(Tier tier, boolean proven) {
            return new Worth(tier, proven, reasons);
        }

        private ClauseRef clause(String fault) {
            Policy own = policies.own();
            String usual = fault.equals("paper") ? "disclosure" : fault;
            return Optional.ofNullable(policies.policy().captureClauses().get(fault))
                    .map(policies.policy()::clause)
                    .orElseGet(
                            () ->
                                    own.clause(
                                            own.captureClauses()
                                                    .getOrDefault(usual, "capture-" + usual)));
        }

        private static Fix fix(ReasonCode code, Map<String, Object> used) {
            return switch (code) {
                case DISCLOSURE_MISSING -> new Fix.AddText(String.valueOf(used.get("missing")));
                case PURCHASED_LIST -> new Fix.None();
                default -> new Fix.RecordConsent(Tier.EXPRESS);
            };
        }
    }
}
