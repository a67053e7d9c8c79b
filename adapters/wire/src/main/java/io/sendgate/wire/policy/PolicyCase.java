package io.sendgate.wire.policy;

import io.sendgate.decision.Authorizer;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Facts;
import io.sendgate.decision.NoteJudge;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.PolicySet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An example that shows what a clause means: a world, a request, and the decision it must come to.
///
/// @param document the policy or pack it belongs to
/// @param clause the clause it proves
/// @param name the sentence it proves, with hyphens
/// @param notes what the account wants to write down about the recipient; judged with the request
/// @param at the instant of the request
public record PolicyCase(
        String document,
        String clause,
        String name,
        SendRequest request,
        Facts facts,
        List<String> notes,
        Instant at,
        Expected expected) {

    /// Copies the list, so that a case never changes.
    public PolicyCase {
        notes = List.copyOf(notes);
    }

    /// The decision that a case must come to.
    ///
    /// @param codes every reason's code, in any order
    /// @param until for a deferral, the first instant at which it may go
    /// @param permitEnds for an allow, when its permit ends; not looked at where nothing is said
    /// @param advice the codes of all advice; not looked at where nothing is said
    /// @param would in shadow mode, what must be said would have been decided
    public record Expected(
            Outcome decision,
            List<ReasonCode> codes,
            Optional<Instant> until,
            Optional<Instant> permitEnds,
            Optional<List<ReasonCode>> advice,
            Optional<Would> would) {

        /// Copies the lists, so that an expectation never changes.
        public Expected {
            codes = List.copyOf(codes);
            advice = advice.map(List::copyOf);
        }
    }

    /// What a shadowed decision must say would have been decided.
    public record Would(Outcome decision, List<ReasonCode> codes) {

        /// Copies the list, so that it never changes.
        public Would {
            codes = List.copyOf(codes);
        }
    }

    /// The decision that the case comes to under these documents.
    public Decision decide(PolicySet policies) {
        Decision decision = Authorizer.decide(request, facts, policies, at);
        List<String> names = facts.account().account().profile().names();
        List<Reason> refused = NoteJudge.judge(notes, names, policies);
        return refused.isEmpty() ? decision : with(decision, refused);
    }

    private static Decision with(Decision decision, List<Reason> more) {
        List<Reason> reasons = Stream.concat(decision.reasons().stream(), more.stream()).toList();
        return new Decision(
                reasons.stream().map(Reason::outcome).reduce(Outcome.ALLOW, Outcome::stronger),
                decision.until(),
                reasons,
                decision.advice(),
                decision.would(),
                Optional.empty(),
                decision.policy(),
                decision.packs(),
                decision.decidedAt());
    }

    /// Where a decision is not the expected one; empty where it is.
    public List<String> differences(Decision decision) {
        List<String> found = new ArrayList<>();
        compare("decision", expected.decision(), decision.outcome(), found);
        compare("codes", sorted(expected.codes()), sorted(decision.codes()), found);
        compare("until", expected.until(), decision.until(), found);
        if (expected.permitEnds().isPresent()) {
            compare("permitEnds", expected.permitEnds(), decision.permitEnds(), found);
        }
        expected.advice()
                .ifPresent(
                        codes ->
                                compare(
                                        "advice",
                                        sorted(codes),
                                        sorted(adviceIn(decision)),
                                        found));
        compare("would", expected.would().map(Would::decision), would(decision), found);
        expected.would()
                .ifPresent(
                        would ->
                                compare(
                                        "would",
                                        sorted(would.codes()),
                                        sorted(wouldCodes(decision)),
                                        found));
        return found;
    }

    private static void compare(String what, Object wanted, Object got, List<String> found) {
        if (!wanted.equals(got)) {
            found.add(what + " should be " + wanted + " and is " + got);
        }
    }

    private static List<ReasonCode> sorted(List<ReasonCode> codes) {
        return codes.stream().distinct().sorted().toList();
    }

    private static List<ReasonCode> adviceIn(Decision decision) {
        return decision.advice().stream().map(advice -> advice.code()).toList();
    }

    private static Optional<Outcome> would(Decision decision) {
        return decision.would().map(Decision.Would::outcome);
    }

    private static List<ReasonCode> wouldCodes(Decision decision) {
        return decision.would().stream()
                .flatMap(would -> would.reasons().stream())
                .map(reason -> reason.code())
                .toList();
    }

    @Override
    public String toString() {
        return document + "/" + clause + "/" + name;
    }
}
