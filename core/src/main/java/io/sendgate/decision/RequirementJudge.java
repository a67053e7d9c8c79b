package io.sendgate.decision;

import io.sendgate.account.Attestation;
import io.sendgate.account.SenderType;
import io.sendgate.account.Template;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.Requirement;
import io.sendgate.policy.When;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges whether one fact of the account, the recipient or the request holds.
final class RequirementJudge {

    private RequirementJudge() {}

    static Verdict forbid(Rule.Forbid rule, Situation situation) {
        Map<String, Object> used = new HashMap<>();
        situation.sender().ifPresent(sender -> used.put("senderType", sender.type().term()));
        situation.request().template().ifPresent(name -> used.put("template", name));
        situation.request().broadcast().ifPresent(name -> used.put("broadcast", name));
        if (situation.goesToMany() && situation.request().broadcast().isEmpty()) {
            used.put("broadcast", "undeclared");
        }
        return Verdict.fails(situation.reason(rule.head(), used, fix(rule.head().when())));
    }

    /// The least that takes a message out of a filter that bars it.
    private static Fix fix(When when) {
        Set<SenderType> barred = when.senderTypes();
        if (!barred.isEmpty() && !EnumSet.allOf(SenderType.class).equals(barred)) {
            return new Fix.UseSender(EnumSet.complementOf(EnumSet.copyOf(barred)));
        }
        return when.template().isPresent()
                ? new Fix.UseTemplate("that fits the message")
                : new Fix.None();
    }

    static Verdict judge(Rule.Require rule, Situation situation) {
        return holds(rule.requirement(), situation)
                ? Verdict.CONTENT
                : Verdict.fails(
                        situation.reason(
                                rule.head(),
                                used(rule.requirement(), situation),
                                fix(rule.requirement())));
    }

    private static boolean holds(Requirement requirement, Situation situation) {
        return switch (requirement) {
            case Requirement.Attested it -> isAttested(it, situation);
            case Requirement.AttestedWithin it -> isFresh(it, situation);
            case Requirement.SenderOwned it -> situation.sender().isPresent();
            case Requirement.Relationship it ->
                    situation.facts().recipient().relationship(situation.account()).isPresent();
            case Requirement.Reference it -> hasReference(situation, it.kind(), it.status());
            case Requirement.InboundWithin it -> situation.hasWrittenWithin(it.period());
            case Requirement.TemplateApproved it -> templateApproved(situation);
            case Requirement.ProfileWord it ->
                    word(situation, it.member()).map(it.words()::contains).orElse(true);
            case Requirement.ProfileMember it -> hasMember(situation, it.member());
        };
    }

    /// Whether the request names a reference of this kind and status that is on record.
    static boolean hasReference(Situation situation, String kind, String status) {
        return situation
                .request()
                .reference()
                .flatMap(name -> situation.facts().recipient().reference(situation.account(), name))
                .filter(found -> found.kind().equals(kind) && found.status().equals(status))
                .isPresent();
    }

    private static boolean isAttested(Requirement.Attested wanted, Situation situation) {
        return situation.profile().attested(wanted.name())
                || wanted.byRoot()
                        && situation.facts().account().root().profile().attested(wanted.name());
    }

    private static boolean isFresh(Requirement.AttestedWithin wanted, Situation situation) {
        Instant earliest = situation.at().minus(wanted.period());
        return situation.profile().attestations().stream()
                .filter(made -> made.name().equals(wanted.name()))
                .map(Attestation::at)
                .max(Instant::compareTo)
                .map(earliest::isBefore)
                .orElse(true);
    }

    private static Optional<String> word(Situation situation, String member) {
        return switch (member) {
            case "tier" -> situation.profile().tier();
            case "industry" -> situation.profile().industry();
            default -> Optional.ofNullable(situation.profile().identity().get(member));
        };
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
            case Requirement.AttestedWithin it ->
                    Map.of("attestation", it.name(), "period", it.period().toString());
            case Requirement.SenderOwned it ->
                    Map.of("channel", situation.request().channel().term());
            case Requirement.Relationship it -> Map.of();
            case Requirement.Reference it ->
                    situation
                            .request()
                            .reference()
                            .<Map<String, Object>>map(name -> Map.of("reference", name))
                            .orElse(Map.of());
            case Requirement.InboundWithin it -> Map.of("period", it.period().toString());
            case Requirement.TemplateApproved it ->
                    situation
                            .request()
                            .template()
                            .<Map<String, Object>>map(name -> Map.of("template", name))
                            .orElse(Map.of());
            case Requirement.ProfileWord it ->
                    Map.of(
                            "required",
                            it.words().stream().sorted().toList(),
                            it.member(),
                            word(situation, it.member()).orElse("none"));
            case Requirement.ProfileMember it -> Map.of("member", it.member());
        };
    }

    private static Fix fix(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Attested it -> new Fix.Attest(it.name());
            case Requirement.AttestedWithin it -> new Fix.Attest(it.name());
            case Requirement.SenderOwned it -> new Fix.RegisterSender();
            case Requirement.Relationship it -> new Fix.RecordRelationship();
            case Requirement.Reference it -> new Fix.RecordFact(it.kind(), it.status());
            case Requirement.InboundWithin it -> new Fix.UseTemplate("utility");
            case Requirement.TemplateApproved it -> new Fix.UseTemplate("approved");
            case Requirement.ProfileWord it ->
                    new Fix.CompleteProfile(
                            it.member()
                                    + " "
                                    + String.join(" or ", it.words().stream().sorted().toList()));
            case Requirement.ProfileMember it -> new Fix.CompleteProfile(it.member());
        };
    }
}
