package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.account.AccountFacts;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Ref;
import io.sendgate.rest.schema.Json;
import io.sendgate.standing.StandingState;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that a case rests on, in one document with its hash.
///
/// `sha256` is of the very bytes of the member `bundle`. Each line of the history stands in it as
/// the text that was stored; the hash of one is named in the next.
@Singleton
public class CaseBundle {

    private final CaseStore cases;
    private final AccountBook accounts;
    private final RecipientLedger ledger;
    private final IdMint ids;

    /// Over everything that a case points at.
    public CaseBundle(CaseStore cases, AccountBook accounts, RecipientLedger ledger, IdMint ids) {
        this.cases = cases;
        this.accounts = accounts;
        this.ledger = ledger;
        this.ids = ids;
    }

    /// The bundle as the bytes of an answer.
    byte[] of(StoredCase file, boolean isOperator, Instant now) {
        ObjectNode bundle = Json.object();
        bundle.set("case", CaseView.of(file, isOperator, now));
        if (isOperator) {
            ArrayNode records = bundle.putArray("records");
            file.records().forEach(records::add);
            reports(bundle, file);
        }
        bundle.put("head", file.head());
        file.account().flatMap(accounts::facts).ifPresent(facts -> account(bundle, facts, now));
        file.history()
                .opening()
                .fact(Facts.AUTHORIZATION)
                .flatMap(this::authorization)
                .ifPresent(found -> bundle.set("authorization", found));
        String text = new String(Json.bytes(bundle), StandardCharsets.UTF_8);
        String whole = "{\"sha256\":\"" + StoredCase.hash(text) + "\",\"bundle\":" + text + "}";
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    /// The cases of the reports that were taken up, as they were stored.
    private void reports(ObjectNode bundle, StoredCase file) {
        file.history()
                .opening()
                .fact(Facts.REPORTS)
                .ifPresent(
                        names -> {
                            ArrayNode reports = bundle.putArray("reports");
                            Stream.of(names.split(" "))
                                    .flatMap(name -> cases.find(name).stream())
                                    .forEach(report -> reports.add(view(report)));
                        });
    }

    private static ObjectNode view(StoredCase report) {
        ObjectNode view = Json.object().put("id", report.id()).put("head", report.head());
        ArrayNode records = view.putArray("records");
        report.records().forEach(records::add);
        return view;
    }

    private static void account(ObjectNode bundle, AccountFacts facts, Instant now) {
        StandingState standing = facts.account().standing();
        ObjectNode account = bundle.putObject("account");
        account.put("id", facts.account().id().value());
        account.put("businessName", facts.account().profile().businessName());
        account.put("policy", facts.account().profile().policy());
        account.put("entry", facts.account().entry());
        account.put("standing", facts.level(now).term());
        account.set("strikes", Json.tree(standing.strikes()));
        account.set("measures", Json.tree(standing.measures()));
        account.set("appeals", Json.tree(standing.appeals()));
    }

    /// The request and the decision that a finding at the gate is about.
    private Optional<ObjectNode> authorization(String id) {
        return ids.locate(IdPrefix.AUTH, id)
                .flatMap(
                        found ->
                                switch (found.ref()) {
                                    case Ref.Numbered(long number) ->
                                            ledger.entry(found.tag(), number)
                                                    .flatMap(Entry::detail);
                                    case Ref.Noted noted ->
                                            ledger.note(found.tag(), NoteKey.of(noted))
                                                    .flatMap(Note::detail);
                                })
                .flatMap(Detail::authorization)
                .map(CaseBundle::view);
    }

    private static ObjectNode view(Detail.Authorization found) {
        ObjectNode view = Json.object();
        view.put("id", found.id());
        view.put("decision", found.decision().outcome().term());
        view.put("decidedAt", found.decision().decidedAt().toString());
        view.put("policy", found.decision().policy().id());
        view.put("policyVersion", found.decision().policy().version());
        view.put("policyDigest", found.decision().policy().digest());
        view.put("channel", found.request().channel().term());
        view.put("from", found.request().from());
        view.put("purpose", found.request().purpose().term());
        view.put("origin", found.request().origin().term());
        found.request().body().ifPresent(body -> view.put("body", body));
        found.request().endUser().ifPresent(user -> view.put("endUser", user));
        ArrayNode reasons = view.putArray("reasons");
        found.decision()
                .reasons()
                .forEach(
                        reason ->
                                reasons.addObject()
                                        .put("code", reason.code().term())
                                        .put("source", reason.clause().source())
                                        .put("clause", reason.clause().id()));
        return view;
    }
}
