package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.consent.Coverage;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.Term;
import io.sendgate.decision.ClauseRef;
import io.sendgate.decision.PolicyRef;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;
import io.sendgate.policy.Clause;
import io.sendgate.policy.Policy;
import io.sendgate.policy.WordLists;
import io.sendgate.standing.Ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// Reads a document that has the schema's shape.
///
/// @param own Sendgate's own document, whose keywords and replies hold where another is silent;
///     empty while it is itself being read
record DocumentReader(Optional<Policy> own) {

    Policy read(JsonNode tree, String digest, WordLists wordLists) {
        Members document = new Members(tree);
        return new Policy(
                ref(document, digest),
                document.maybeText("lastUpdated").map(LocalDate::parse),
                document.text("summary"),
                document.maybeText("effectiveAt").map(DocumentReader::instant),
                document.texts("packs"),
                classes(document.in("classes")),
                document.in("optOut").term(Scope.class, "scope"),
                conversation(document.in("conversation")),
                keywords(document.in("keywords")),
                replies(document.in("replies")),
                wordLists,
                document.in("capture").each(JsonNode::asText),
                document.objects("clauses").stream().map(DocumentReader::clause).toList(),
                document.items("rules").stream().map(RuleReader::read).toList(),
                document.maybeIn("ladder").map(LadderReader::read).orElse(Ladder.NONE),
                document.in("ladder").in("findings").each(JsonNode::asText));
    }

    private static PolicyRef ref(Members document, String digest) {
        return new PolicyRef(
                document.text("id"), document.text("version"), digest, document.text("status"));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Map<Purpose, MessageClass> classes(Members classes) {
        Map<Purpose, MessageClass> read = new EnumMap<>(Purpose.class);
        classes.each(JsonNode::asText)
                .forEach(
                        (purpose, name) ->
                                read.put(
                                        Term.parse(Purpose.class, purpose).orElseThrow(),
                                        Term.parse(MessageClass.class, name).orElseThrow()));
        return read;
    }

    private static Map<Channel, List<Coverage>> conversation(Members conversation) {
        Map<Channel, List<Coverage>> read = new EnumMap<>(Channel.class);
        conversation
                .each(DocumentReader::coverages)
                .forEach(
                        (channel, covered) ->
                                read.put(
                                        Term.parse(Channel.class, channel).orElseThrow(), covered));
        return read;
    }

    private static List<Coverage> coverages(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(word -> Coverage.parse(word.asText()).orElseThrow())
                .toList();
    }

    private Map<String, Set<String>> keywords(Members given) {
        Map<String, Set<String>> all = new HashMap<>(own.map(Policy::keywords).orElse(Map.of()));
        all.putAll(given.each(DocumentReader::words));
        return all;
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new LinkedHashSet<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }

    private Map<String, String> replies(Members given) {
        Map<String, String> all = new HashMap<>(own.map(Policy::replies).orElse(Map.of()));
        all.putAll(given.each(JsonNode::asText));
        return all;
    }

    private static Clause clause(Members clause) {
        return new Clause(
                clause.text("id"),
                clause.text("summary"),
                clause.texts("enforced"),
                clause.maybeText("note"),
                clause.has("authority")
                        ? Optional.of(authority(clause.in("authority")))
                        : Optional.empty());
    }

    private static ClauseRef.Authority authority(Members authority) {
        return new ClauseRef.Authority(
                authority.text("citation"),
                LocalDate.parse(authority.text("readAt")),
                authority.text("grade"));
    }
}
