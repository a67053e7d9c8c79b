package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.SenderType;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.decision.ReasonCode;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.policy.Rule;
import io.sendgate.policy.Rule.Effect;
import io.sendgate.policy.Rule.Head;
import io.sendgate.policy.Rule.HonorOptOut;
import io.sendgate.policy.Rule.Limit;
import io.sendgate.policy.Rule.Place;
import io.sendgate.policy.Rule.Quality;
import io.sendgate.policy.Rule.Requirement;
import io.sendgate.policy.When;

import java.time.Duration;
import java.time.Period;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads one rule of a document that has the schema's shape.
final class RuleReader {

    private RuleReader() {}

    static Rule read(JsonNode node) {
        Members rule = new Members(node);
        Head head = head(rule);
        String kind = rule.text("kind");
        return switch (kind) {
            case "forbid" -> new Rule.Forbid(head, rule.maybeIn("bulk").map(RuleReader::bulk));
            case "require" -> new Rule.Require(head, requirement(rule));
            case "consent" -> new Rule.RequireConsent(head, quality(rule));
            case "opt-out" -> optOut(head, rule);
            case "limit" -> limit(head, rule);
            case "hours" -> new Rule.Hours(head, HoursReader.read(rule));
            case "text" -> text(head, rule);
            case "media" ->
                    new Rule.MediaVerdict(
                            head,
                            new HashSet<>(rule.texts("labels")),
                            rule.node().path("threshold").asDouble());
            case "throughput" -> new Rule.Throughput(head, rule.maybeNumber("messagesPerMinute"));
            default -> throw new IllegalArgumentException("no such kind of rule: " + kind);
        };
    }

    private static Rule.Forbid.Bulk bulk(Members bulk) {
        return new Rule.Forbid.Bulk(
                bulk.maybeNumber("recipients").orElseThrow(), Duration.parse(bulk.text("within")));
    }

    private static Head head(Members rule) {
        return new Head(
                rule.text("id"),
                rule.text("clause"),
                when(rule.in("when")),
                rule.term(ReasonCode.class, "code"),
                rule.term(Effect.class, "effect"),
                rule.maybeText("advice"));
    }

    private static Rule.Text text(Head head, Members rule) {
        return new Rule.Text(
                head,
                ContentReader.read(rule),
                rule.flag("must"),
                rule.maybeText("suggestion"),
                rule.has("places") ? rule.terms(Place.class, "places") : Set.of(Place.BODY));
    }

    private static When when(Members when) {
        return new When(
                when.terms(Channel.class, "channels"),
                when.terms(MessageClass.class, "classes"),
                when.terms(Purpose.class, "purposes"),
                when.terms(Origin.class, "origins"),
                when.terms(SenderType.class, "senderTypes"),
                Set.copyOf(when.texts("countries")),
                Set.copyOf(when.texts("regions")),
                when.maybeFlag("emergencyServiceProvider"),
                when.maybeDuration("firstInConversation"),
                when.maybeFlag("broadcast"),
                when.maybeFlag("forAnotherBusiness"),
                when.maybeIn("template").map(RuleReader::template),
                when.maybeIn("heard").map(RuleReader::heard),
                when.maybeIn("licence").map(RuleReader::onFile),
                when.has("mentions")
                        ? Optional.of(ContentReader.mentions(when.objects("mentions")))
                        : Optional.empty());
    }

    private static When.OfTemplate template(Members template) {
        return new When.OfTemplate(
                template.flag("named"), Set.copyOf(template.texts("categories")));
    }

    private static When.Heard heard(Members heard) {
        return new When.Heard(heard.flag("so"), Duration.parse(heard.text("within")));
    }

    private static When.OnFile onFile(Members licence) {
        return new When.OnFile(
                licence.flag("so"),
                Set.copyOf(licence.texts("kinds")),
                Set.copyOf(licence.texts("besides")));
    }

    private static Requirement requirement(Members rule) {
        String fact = rule.text("fact");
        return switch (fact) {
            case "attestation" -> new Requirement.Attested(rule.text("name"), rule.flag("byRoot"));
            case "attestation-fresh" ->
                    new Requirement.AttestedWithin(
                            rule.text("name"), Duration.parse(rule.text("within")));
            case "sender-owned" -> new Requirement.SenderOwned();
            case "relationship" -> new Requirement.Relationship();
            case "reference" ->
                    new Requirement.Reference(rule.text("reference"), rule.text("status"));
            case "inbound" -> new Requirement.InboundWithin(Duration.parse(rule.text("within")));
            case "template-approved" -> new Requirement.TemplateApproved();
            case "profile-word" ->
                    new Requirement.ProfileWord(rule.text("name"), Set.copyOf(rule.texts("among")));
            case "profile-member" -> new Requirement.ProfileMember(rule.text("name"));
            default -> throw new IllegalArgumentException("no such fact: " + fact);
        };
    }

    private static Quality quality(Members rule) {
        String quality = rule.text("quality");
        return switch (quality) {
            case "present" -> new Quality.Present();
            case "purpose" -> new Quality.ForPurpose();
            case "tier" ->
                    new Quality.OfTier(
                            rule.term(Tier.class, "least"),
                            rule.terms(Channel.class, "conversationOn"),
                            rule.maybeIn("dealings").map(RuleReader::dealings));
            case "proven" -> new Quality.Proven();
            case "source" -> new Quality.NotFrom(rule.terms(Source.class, "barred"));
            case "expected" -> new Quality.Expected();
            case "fresh" ->
                    new Quality.Fresh(
                            rule.term(Tier.class, "tier"),
                            Period.parse(rule.text("longest")),
                            rule.maybeIn("dealings").map(RuleReader::dealings),
                            rule.maybeText("afterDealings").map(Period::parse).orElse(Period.ZERO));
            default -> throw new IllegalArgumentException("no such quality: " + quality);
        };
    }

    private static Rule.Dealings dealings(Members dealings) {
        return new Rule.Dealings(
                Set.copyOf(dealings.texts("relationships")),
                Set.copyOf(dealings.texts("references")));
    }

    private static HonorOptOut optOut(Head head, Members rule) {
        return new HonorOptOut(
                head,
                rule.term(Scope.class, "scope"),
                rule.terms(Purpose.class, "endsWithMarketing"),
                rule.objects("exceptions").stream().map(RuleReader::exception).toList(),
                rule.maybeText("exceptionClause"));
    }

    private static HonorOptOut.Exception exception(Members exception) {
        return new HonorOptOut.Exception(
                exception.terms(Purpose.class, "purposes"),
                exception.text("reference"),
                exception.text("status"));
    }

    private static Limit limit(Head head, Members rule) {
        return new Limit(
                head,
                rule.node().path("max").asInt(),
                Duration.parse(rule.text("per")),
                rule.in("counts").terms(MessageClass.class, "classes"),
                rule.in("counts").terms(Origin.class, "origins"),
                rule.term(Limit.Key.class, "key"),
                rule.flag("cadence"),
                rule.maybeDuration("liftedByInbound"));
    }
}
