package io.sendgate.decision;

import io.sendgate.account.SenderType;
import io.sendgate.account.Template;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.Requirement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges whether one fact of the account, the recipient or the request holds.
final class RequirementJudge {

    private RequirementJudge() {}

    static Verdict forbid(Rule.Forbid rule, Situation situation) {
        Set<SenderType> barred = rule.head().when().senderTypes();
        Fix fix = new Fix.None();
        if (!barred.isEmpty() && !EnumSet.allOf(SenderType.class).equals(barred)) {
            EnumSet<SenderType> rest = EnumSet.allOf(SenderType.class);
            rest.removeAll(barred);
            fix = new Fix.UseSender(rest);
        }
        Map<String, Object> used =
                situation.sender()
                        .<Map<String, Object>>map(sender -> Map.of("senderType", sender.type().term()))
                        .orElse(Map.of());
        return Verdict.fails(situation.reason(rule.head(), used, fix));
    }

    static Verdict judge(Rule.Require rule, Situation situation) {
        return holds(rule.requirement(), situation)
                ? Verdict.CONTENT
                : Verdict.fails(
                        situation.reason(
                                rule.head(), used(rule.requirement(), situation), fix(rule.requirement())));
    }

    private static boolean holds(Requirement requirement, Situation situation) {
        return switch (requirement) {
            case Requirement.Attested it -> situation.profile().attested(it.name());
            case Requirement.SenderOwned it -> situation.sender().isPresent();
            case Requirement.Relationship it ->
                    situation.facts().recipient().relationship(situation.account()).isPresent();
            case Requirement.Reference it -> hasReference(situation, it.kind(), it.status());
            case Requirement.InboundWithin it -> wroteWithin(situation, it);
            case Requirement.TemplateApproved it -> templateApproved(situation);
            case Requirement.OnTier it -> situation.profile().tier().equals(Optional.of(it.tier()));
            case Requirement.ProfileMember it -> hasMember(situation, it.member());
        };
    }

    /// Whether the request names a reference of this kind and status that is on record.
    static boolean hasReference(Situation situation, String kind, String status) {
        return situation.request()
                .reference()
                .flatMap(name -> situation.facts().recipient().reference(situation.account(), name))
                .filter(found -> found.kind().equals(kind) && found.status().equals(status))
                .isPresent();
    }

    private static boolean wroteWithin(Situation situation, Requirement.InboundWithin requirement) {
        Instant earliest = situation.at().minus(requirement.period());
        return situation.facts()
                .recipient()
                .lastInbound(situation.account(), situation.request().channel())
                .filter(last -> last.isAfter(earliest))
                .isPresent();
    }

    private static boolean templateApproved(Situation situation) {
        return situation.request().template().stream()
                .allMatch(
                        name ->
                                situation.profile().templates().stream()
                                        .filter(template -> template.name().equals(name))
                                        .map(Template::status)
                                        .anyMatch("approved"::equals));
    }

    private static boolean hasMember(Situation situation, String member) {
        return switch (member) {
            case "address" -> situation.profile().address().isPresent();
            case "industry" -> situation.profile().industry().isPresent();
            case "email" -> situation.profile().email().isPresent();
            default -> situation.profile().identity().containsKey(member);
        };
    }

    private static Map<String, Object> used(Requirement requirement, Situation situation) {
        return switch (requirement) {
            case Requirement.Attested it -> Map.of("attestation", it.name());
            case Requirement.SenderOwned it -> Map.of("channel", situation.request().channel().term());
            case Requirement.Relationship it -> Map.of();
            case Requirement.Reference it ->
                    situation.request()
                            .reference()
                            .<Map<String, Object>>map(name -> Map.of("reference", name))
                            .orElse(Map.of());
            case Requirement.InboundWithin it -> Map.of("period", it.period().toString());
            case Requirement.TemplateApproved it ->
                    situation.request()
                            .template()
                            .<Map<String, Object>>map(name -> Map.of("template", name))
                            .orElse(Map.of());
            case Requirement.OnTier it ->
                    Map.of("required", it.tier(), "tier", situation.profile().tier().orElse("none"));
            case Requirement.ProfileMember it -> Map.of("member", it.member());
        };
    }

    private static Fix fix(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Attested it -> new Fix.Attest(it.name());
            case Requirement.SenderOwned it -> new Fix.RegisterSender();
            case Requirement.Relationship it -> new Fix.RecordFact("relationship", "customer");
            case Requirement.Reference it -> new Fix.RecordFact(it.kind(), it.status());
            case Requirement.InboundWithin it -> new Fix.UseTemplate("utility");
            case Requirement.TemplateApproved it -> new Fix.UseTemplate("approved");
            case Requirement.OnTier it -> new Fix.CompleteProfile("tier " + it.tier());
            case Requirement.ProfileMember it -> new Fix.CompleteProfile(it.member());
        };
    }
}
