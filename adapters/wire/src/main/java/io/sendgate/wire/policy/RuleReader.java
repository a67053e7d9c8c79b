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
import io.sendgate.policy.Rule.Content;
import io.sendgate.policy.Rule.Effect;
import io.sendgate.policy.Rule.Head;
import io.sendgate.policy.Rule.HonorOptOut;
import io.sendgate.policy.Rule.Limit;
import io.sendgate.policy.Rule.Quality;
import io.sendgate.policy.Rule.Requirement;
import io.sendgate.policy.When;
import io.sendgate.time.OpenHours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads one rule of a document that has the schema's shape.
final class RuleReader {

    private RuleReader() {}

    static Rule read(JsonNode node) {
        Members rule = new Members(node);
        Head head = head(rule);
        String kind = rule.text("kind");
        return switch (kind) {
            case "forbid" -> new Rule.Forbid(head);
            case "require" -> new Rule.Require(head, requirement(rule));
            case "consent" -> new Rule.RequireConsent(head, quality(rule));
            case "opt-out" -> optOut(head, rule);
            case "limit" -> limit(head, rule);
            case "hours" -> new Rule.Hours(head, new OpenHours(hours(rule.in("open"))));
            case "text" ->
                    new Rule.Text(
                            head, content(rule), rule.flag("must"), rule.maybeText("suggestion"));
            case "media" ->
                    new Rule.MediaVerdict(
                            head,
                            new HashSet<>(rule.texts("labels")),
                            rule.node().path("threshold").asDouble());
            default -> throw new IllegalArgumentException("no such kind of rule: " + kind);
        };
    }

    private static Head head(Members rule) {
        return new Head(
                rule.text("id"),
                rule.text("clause"),
                when(rule.in("when")),
                rule.term(ReasonCode.class, "code"),
                rule.term(Effect.class, "effect"));
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
                when.maybeFlag("firstInConversation"));
    }

    private static Requirement requirement(Members rule) {
        String fact = rule.text("fact");
        return switch (fact) {
            case "attestation" -> new Requirement.Attested(rule.text("name"));
            case "sender-owned" -> new Requirement.SenderOwned();
            case "relationship" -> new Requirement.Relationship();
            case "reference" ->
                    new Requirement.Reference(rule.text("reference"), rule.text("status"));
            case "inbound" -> new Requirement.InboundWithin(Duration.parse(rule.text("within")));
            case "template-approved" -> new Requirement.TemplateApproved();
            case "tier" -> new Requirement.OnTier(rule.text("name"));
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
                            rule.terms(Channel.class, "conversationOn"));
            case "proven" -> new Quality.Proven();
            case "source" -> new Quality.NotFrom(rule.terms(Source.class, "barred"));
            case "expected" -> new Quality.Expected();
            default -> throw new IllegalArgumentException("no such quality: " + quality);
        };
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

    private static Map<DayOfWeek, OpenHours.Window> hours(Members week) {
        Map<DayOfWeek, OpenHours.Window> windows = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (week.has(name)) {
                windows.put(day, window(week.in(name)));
            }
        }
        return windows;
    }

    private static OpenHours.Window window(Members hours) {
        return new OpenHours.Window(
                LocalTime.parse(hours.text("from")), LocalTime.parse(hours.text("to")));
    }

    private static Content content(Members rule) {
        String contains = rule.text("contains");
        return switch (contains) {
            case "business-name" -> new Content.BusinessName();
            case "lexicon" -> new Content.Listed(rule.text("lexicon"));
            default -> throw new IllegalArgumentException("no such content: " + contains);
        };
    }
}
