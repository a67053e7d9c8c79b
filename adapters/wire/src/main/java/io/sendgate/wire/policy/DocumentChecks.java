package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.ledger.Bounds;
import io.sendgate.policy.TextNormalizer;
import io.sendgate.wire.policy.InvalidPolicy.Fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// What must hold between the parts of a document that has the schema's shape.
final class DocumentChecks {

    private static final String NOT_YET = "not-yet";
    private static final String BUSINESS = "{business}";
    private static final String CONTACT = "{contact}";

    private static final List<String> LEXICON_MEMBERS =
            List.of("lexicon", "common", "introductions");
    private static final List<String> LEXICON_LISTS = List.of("lexicons", "except");

    private final Members document;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> clauses;
    private final Set<String> named = new HashSet<>();

    private DocumentChecks(JsonNode tree) {
        this.document = new Members(tree);
        this.clauses =
                new HashSet<>(
                        document.objects("clauses").stream().map(one -> one.text("id")).toList());
    }

    /// What does not hold; empty where everything does.
    static List<Fault> faults(JsonNode tree) {
        DocumentChecks checks = new DocumentChecks(tree);
        checks.unique("clauses");
        checks.unique("rules");
        checks.numbered("rules", checks::rule);
        checks.capture();
        checks.ladder();
        checks.publishing();
        checks.numbered("clauses", checks::clause);
        checks.keywords();
        checks.replies();
        return List.copyOf(checks.faults);
    }

    private void fault(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
    }

    private void numbered(String list, BiConsumer<String, Members> check) {
        List<Members> items = document.objects(list);
        for (int at = 0; at < items.size(); at++) {
            check.accept("/" + list + "/" + at, items.get(at));
        }
    }

    private void unique(String list) {
        Set<String> seen = new HashSet<>();
        numbered(
                list,
                (pointer, item) -> {
                    if (!seen.add(item.text("id"))) {
                        fault(pointer + "/id", "stands twice");
                    }
                });
    }

    private void rule(String pointer, Members rule) {
        cite(pointer + "/clause", rule.text("clause"));
        rule.maybeText("exceptionClause").ifPresent(id -> cite(pointer + "/exceptionClause", id));
        hours(pointer + "/open", rule.in("open"));
        lexicons(pointer, rule);
        each(pointer + "/any", rule.objects("any"));
        each(pointer + "/when/mentions", rule.in("when").objects("mentions"));
        rule.maybeText("per")
                .map(Duration::parse)
                .filter(period -> period.isZero() || period.compareTo(Bounds.LONGEST_WINDOW) > 0)
                .ifPresent(
                        period ->
                                fault(
                                        pointer + "/per",
                                        "must be more than nothing and at most P7D"));
    }

    /// Every word list that a rule, or its filter, names.
    private void lexicons(String pointer, Members content) {
        for (String member : LEXICON_MEMBERS) {
            content.maybeText(member).ifPresent(name -> known(pointer + "/" + member, name));
        }
        for (String member : LEXICON_LISTS) {
            content.texts(member).forEach(name -> known(pointer + "/" + member, name));
        }
        content.in("with")
                .maybeText("lexicon")
                .ifPresent(name -> known(pointer + "/with/lexicon", name));
    }

    private void each(String pointer, List<Members> mentions) {
        for (int at = 0; at < mentions.size(); at++) {
            lexicons(pointer + "/" + at, mentions.get(at));
        }
    }

    private void known(String pointer, String lexicon) {
        if (!document.in("lexicons").has(lexicon)) {
            fault(pointer, "no such word list: " + lexicon);
        }
    }

    private void hours(String pointer, Members week) {
        week.each(Members::new)
                .forEach(
                        (day, hours) -> {
                            String to = hours.text("to");
                            if (!to.equals("00:00") && hours.text("from").compareTo(to) >= 0) {
                                fault(pointer + "/" + day, "closes before it opens");
                            }
                        });
    }

    private void cite(String pointer, String clause) {
        named.add(clause);
        if (!clauses.contains(clause)) {
            fault(pointer, "no such clause: " + clause);
        }
    }

    private void capture() {
        document.in("capture")
                .each(JsonNode::asText)
                .forEach((member, clause) -> cite("/capture/" + member, clause));
    }

    private void ladder() {
        Members ladder = document.in("ladder");
        ladder.objects("rungs").forEach(rung -> exists("/ladder/rungs", rung.text("clause")));
        ladder.in("findings")
                .each(JsonNode::asText)
                .forEach((kind, clause) -> exists("/ladder/findings/" + kind, clause));
    }

    private void publishing() {
        Members promises = document.in("publishing");
        promises.maybeText("date").ifPresent(id -> exists("/publishing/date", id));
        promises.maybeText("summary").ifPresent(id -> exists("/publishing/summary", id));
        promises.in("notice")
                .maybeText("clause")
                .ifPresent(id -> exists("/publishing/notice/clause", id));
    }

    private void exists(String pointer, String clause) {
        if (!clauses.contains(clause)) {
            fault(pointer, "no such clause: " + clause);
        }
    }

    private void clause(String pointer, Members clause) {
        List<String> enforced = clause.texts("enforced");
        boolean kept = named.contains(clause.text("id"));
        if (enforced.contains(NOT_YET) && enforced.size() > 1) {
            fault(pointer + "/enforced", "not-yet stands alone");
        }
        if (enforced.contains(NOT_YET) && kept) {
            fault(pointer + "/enforced", "says not-yet of a clause that a rule names");
        }
        if (!enforced.contains(NOT_YET) && !kept && !clause.has("note")) {
            fault(pointer, "says neither which rule keeps it nor, in a note, what else does");
        }
    }

    private void keywords() {
        document.in("keywords").each(DocumentChecks::notNormal).forEach(this::keywordFaults);
    }

    private void keywordFaults(String intent, List<String> wrong) {
        wrong.forEach(word -> fault("/keywords/" + intent, "not in normal form: " + word));
    }

    private static List<String> notNormal(JsonNode words) {
        List<String> wrong = new ArrayList<>();
        words.forEach(
                word -> {
                    if (!word.asText().equals(TextNormalizer.normalize(word.asText()))) {
                        wrong.add(word.asText());
                    }
                });
        return wrong;
    }

    /// Whoever gets a reply must be able to tell from whom.
    private void replies() {
        document.in("replies")
                .each(JsonNode::asText)
                .forEach(
                        (kind, text) -> {
                            if (!text.contains(BUSINESS)) {
                                fault("/replies/" + kind, "does not name the {business}");
                            }
                            if (text.replace(BUSINESS, "").replace(CONTACT, "").contains("{")) {
                                fault("/replies/" + kind, "has a place that nothing fills");
                            }
                        });
    }
}
