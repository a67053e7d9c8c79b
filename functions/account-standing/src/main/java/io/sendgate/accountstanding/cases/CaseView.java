package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.account.AccountId;
import io.sendgate.aws.StoredCase;
import io.sendgate.rest.schema.Json;
import io.sendgate.standing.Appeal;
import io.sendgate.standing.BarredText;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseHistory;
import io.sendgate.standing.Clearance;
import io.sendgate.standing.Measure;
import io.sendgate.standing.RecipientBlock;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.Step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A case as callers see it.
final class CaseView {

    /// What only the operator sees: whoever reports is not betrayed to whom they report.
    private static final Set<String> CONFIDENTIAL =
            Set.of(
                    Facts.REPORTER,
                    Facts.EVIDENCE,
                    Facts.NAMED,
                    Facts.ACCOUNTS,
                    Facts.REPORTS,
                    Facts.ATTACHED);

    private CaseView() {}

    /// A case in full.
    ///
    /// @param isOperator whether the operator looks, or the account itself
    static ObjectNode of(StoredCase file, boolean isOperator, Instant now) {
        ObjectNode view = line(file, now);
        CaseHistory history = file.history();
        view.put("description", history.opening().text());
        facts(view, history.opening(), isOperator);
        ArrayNode lines = view.putArray("history");
        for (int i = 0; i < file.records().size(); i++) {
            ObjectNode line = entry(history.entries().get(i), isOperator);
            line.put("hash", StoredCase.hash(file.records().get(i)));
            lines.add(line);
        }
        ArrayNode appeals = view.putArray("appeals");
        history.entries().stream()
                .flatMap(entry -> entry.appeal().stream())
                .forEach(appeal -> appeals.add(appeal(history, appeal)));
        return view;
    }

    /// A case as a list shows it.
    static ObjectNode line(StoredCase file, Instant now) {
        CaseHistory history = file.history();
        ObjectNode view = Json.object();
        view.put("id", file.id());
        view.put("account", file.account().map(AccountId::value).orElse(null));
        view.put("state", history.state().term());
        view.put("openedAt", history.opening().at().toString());
        history.opening().fact(Facts.ORIGIN).ifPresent(origin -> view.put("origin", origin));
        history.opening().fact(Facts.CLAUSE).ifPresent(clause -> view.put("clause", clause));
        Optional<Instant> due = history.due();
        view.put("dueAt", due.map(Instant::toString).orElse(null));
        view.put("overdue", due.filter(instant -> !now.isBefore(instant)).isPresent());
        outcome(history).ifPresent(action -> view.put("outcome", action));
        return view;
    }

    private static Optional<String> outcome(CaseHistory history) {
        List<Step.Acted> actions = history.actions();
        return actions.isEmpty()
                ? Optional.empty()
                : Optional.of(actions.getLast().action().term());
    }

    private static void facts(ObjectNode view, CaseEntry entry, boolean isOperator) {
        entry.facts().entrySet().stream()
                .filter(fact -> isOperator || !CONFIDENTIAL.contains(fact.getKey()))
                .filter(fact -> !fact.getKey().equals(Facts.TEXT))
                .filter(fact -> !view.has(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> view.put(fact.getKey(), fact.getValue()));
    }

    private static ObjectNode entry(CaseEntry entry, boolean isOperator) {
        ObjectNode line = Json.object();
        line.put("number", entry.number());
        line.put("what", entry.kind().term());
        line.put("id", entry.id());
        line.put("at", entry.at().toString());
        line.put("by", entry.by());
        line.put("reason", entry.text());
        entry.acted().ifPresent(acted -> acted(line, acted));
        entry.appeal().ifPresent(appeal -> line.put("action", appeal.action()));
        entry.answer().ifPresent(answer -> answered(line, answer));
        facts(line, entry, isOperator);
        entry.previous().ifPresent(hash -> line.put("previous", hash));
        return line;
    }

    /// An action as it is acknowledged.
    static ObjectNode action(CaseLoop.Written written) {
        ObjectNode view = Json.object();
        view.put("id", written.entry().id());
        view.put("case", written.file().id());
        written.entry().acted().ifPresent(acted -> acted(view, acted));
        written.entry().fact(Facts.CLAUSE).ifPresent(clause -> view.put("clause", clause));
        view.put("by", written.entry().by());
        view.put("reason", written.entry().text());
        view.put("at", written.entry().at().toString());
        written.entry().fact(Facts.BUNDLE).ifPresent(hash -> view.put("bundle", hash));
        view.put("state", written.file().history().state().term());
        return view;
    }

    private static void acted(ObjectNode line, Step.Acted acted) {
        line.put("action", acted.action().term());
        line.put("strike", acted.isStrike());
        acted.taken().ifPresent(measure -> measure(line, measure));
        if (!acted.ended().isEmpty()) {
            ArrayNode ended = line.putArray("ended");
            acted.ended().stream().sorted().forEach(ended::add);
        }
    }

    private static void measure(ObjectNode line, Measure measure) {
        switch (measure) {
            case Restraint restraint -> {
                ArrayNode scope = line.putArray("scope");
                restraint.scope().stream().sorted().forEach(one -> scope.add(one.term()));
                line.put("until", restraint.until().map(Instant::toString).orElse(null));
                restraint.endUser().ifPresent(user -> line.put("endUser", user));
                if (restraint.forfeitsFees()) {
                    line.put("fees", "forfeit");
                }
            }
            case RecipientBlock block -> {
                line.put("recipient", block.recipient().value());
                line.put("across", block.reach().term());
            }
            case Clearance cleared -> line.put("cleared", true);
            case BarredText barred -> line.put("barred", true);
        }
    }

    private static void answered(ObjectNode line, Step.Answered answer) {
        line.put("appeal", answer.appeal().id());
        line.put("action", answer.appeal().action());
        line.put("outcome", answer.isGranted() ? "granted" : "refused");
    }

    private static ObjectNode appeal(CaseHistory history, Appeal appeal) {
        ObjectNode view = Json.object();
        view.put("id", appeal.id());
        view.put("action", appeal.action());
        view.put("openedAt", appeal.openedAt().toString());
        view.put("dueAt", appeal.dueAt().toString());
        view.put(
                "state",
                history.answer(appeal.id())
                        .map(answer -> answer.isGranted() ? "granted" : "refused")
                        .orElse("open"));
        return view;
    }
}
