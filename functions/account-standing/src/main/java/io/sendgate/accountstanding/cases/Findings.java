package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.DayTally;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.contact.RecipientTag;
import io.sendgate.contact.Term;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.decision.ReviewedText;
import io.sendgate.gate.Ports;
import io.sendgate.gate.Recipient;
import io.sendgate.gate.ReviewCase;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.policy.Policy;
import io.sendgate.wire.json.SendgateJson;

import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/// What the gate and the webhooks find, heard as events: cases open by themselves.
///
/// An event that comes again opens no second case: the case's id follows from what it is about.
@Singleton
public class Findings {

    private static final String BY = "gate";
    private static final Set<String> NO_CONSENT =
            Set.of(
                    ReasonCode.CONSENT_MISSING.term(),
                    ReasonCode.CONSENT_PURPOSE.term(),
                    ReasonCode.CONSENT_EXPIRED.term(),
                    ReasonCode.CONSENT_TIER.term());

    private final OpenCase openCase;
    private final AccountBook accounts;
    private final Ports ports;
    private final DayTally tally;
    private final MassMarketing massMarketing;

    /// Over the ledgers.
    public Findings(
            OpenCase openCase,
            AccountBook accounts,
            Ports ports,
            DayTally tally,
            MassMarketing massMarketing) {
        this.openCase = openCase;
        this.accounts = accounts;
        this.ports = ports;
        this.tally = tally;
        this.massMarketing = massMarketing;
    }

    /// Hears of an event; most of them find nothing.
    public void hear(SuiteEvent event) {
        Optional<AccountId> account = event.account();
        if (account.isEmpty()) {
            return;
        }
        switch (event.type()) {
            case "authorization.allowed" -> allowed(account.get(), event);
            case "opt-out.recorded" ->
                    count(account.get(), event, new DayTally.Figures(0, 1, 0, 0));
            case "authorization.review" -> review(account.get(), event);
            case "authorization.denied" -> denied(account.get(), event);
            case "complaint.received" -> complaint(account.get(), event);
            default -> {}
        }
    }

    private void count(AccountId account, SuiteEvent event, DayTally.Figures figures) {
        tally.add(account, LocalDate.ofInstant(at(tree(event)), ZoneOffset.UTC), figures);
    }

    private void allowed(AccountId account, SuiteEvent event) {
        count(account, event, new DayTally.Figures(1, 0, 0, 0));
        JsonNode data = tree(event).path("data");
        Term.parse(MessageClass.class, data.path("messageClass").asText())
                .ifPresent(
                        messageClass ->
                                massMarketing.allowed(
                                        account, messageClass, data.path("id").asText()));
    }

    private void review(AccountId account, SuiteEvent event) {
        recorded(tree(event))
                .ifPresent(
                        found ->
                                open(
                                        account,
                                        found,
                                        CaseOrigin.REVIEW,
                                        reason -> reason.outcome() == Outcome.REVIEW));
    }

    private void denied(AccountId account, SuiteEvent event) {
        JsonNode data = tree(event).path("data");
        Set<String> codes = Set.copyOf(texts(data.path("codes")));
        if (codes.contains(ReasonCode.OPTED_OUT.term())) {
            recorded(tree(event))
                    .filter(found -> found.request().origin() == Origin.MANUAL)
                    .ifPresent(
                            found ->
                                    open(
                                            account,
                                            found,
                                            CaseOrigin.MANUAL,
                                            reason -> reason.code() == ReasonCode.OPTED_OUT));
        }
        if (codes.stream().anyMatch(NO_CONSENT::contains)) {
            count(account, event, new DayTally.Figures(0, 0, 0, 1));
        }
    }

    private void open(
            AccountId account,
            Detail.Authorization found,
            CaseOrigin origin,
            Predicate<Reason> about) {
        AccountFacts facts = accounts.known(account);
        List<Reason> reasons = found.decision().reasons().stream().filter(about).toList();
        Map<String, String> known = new HashMap<>();
        known.put(Facts.AUTHORIZATION, found.id());
        if (origin == CaseOrigin.REVIEW) {
            text(facts, found).ifPresent(hash -> known.put(Facts.TEXT, hash));
        }
        ReviewCase.idOf(ports.ids(), found.id())
                .ifPresent(
                        id ->
                                openCase.open(
                                        new OpenCase.Opening(
                                                id,
                                                Optional.of(account),
                                                origin,
                                                BY,
                                                description(origin, reasons),
                                                clause(facts, origin, reasons),
                                                known)));
    }

    private static String description(CaseOrigin origin, List<Reason> reasons) {
        List<String> codes = reasons.stream().map(reason -> reason.code().term()).toList();
        return origin == CaseOrigin.REVIEW
                ? "A message waits for a review: " + String.join(", ", codes)
                : "A message was sent by hand to somebody who had opted out";
    }

    private Optional<String> clause(AccountFacts facts, CaseOrigin origin, List<Reason> reasons) {
        Policy policy = accounts.policy(facts, ports.clock().instant());
        return Optional.ofNullable(policy.findings().get(origin.term()))
                .or(
                        () ->
                                reasons.stream()
                                        .map(reason -> reason.clause().id())
                                        .filter(policy::hasClause)
                                        .findFirst());
    }

    private Optional<String> text(AccountFacts facts, Detail.Authorization found) {
        return ReviewedText.hash(
                found.request(),
                Recipient.of(ports, facts, found.request().to())
                        .facts(facts, RecipientState.UNKNOWN, found.request())
                        .fingerprint());
    }

    private Optional<Detail.Authorization> recorded(JsonNode event) {
        return ports.ids()
                .locate(IdPrefix.AUTH, event.path("data").path("id").asText())
                .filter(found -> found.ref() instanceof Ref.Noted)
                .flatMap(
                        found ->
                                ports.ledger()
                                        .note(found.tag(), NoteKey.of((Ref.Noted) found.ref())))
                .flatMap(Note::detail)
                .flatMap(Detail::authorization);
    }

    private void complaint(AccountId account, SuiteEvent event) {
        JsonNode tree = tree(event);
        RecipientTag tag = new RecipientTag(tree.path("data").path("recipient").asText());
        Policy policy = accounts.policy(accounts.known(account), ports.clock().instant());
        openCase.open(
                new OpenCase.Opening(
                        ports.ids()
                                .mint(IdPrefix.CASE, at(tree), tag, new Ref.Numbered(entry(tree))),
                        Optional.of(account),
                        CaseOrigin.COMPLAINT,
                        BY,
                        "A recipient complained",
                        Optional.ofNullable(policy.findings().get("complaint")),
                        Map.of(Facts.RECIPIENT, tag.value())));
        // Last, so that an event that comes again because something failed is not counted twice.
        count(account, event, new DayTally.Figures(0, 0, 1, 0));
    }

    /// The number of the ledger entry that an event tells of: `000000000012-01` is of the twelfth.
    private static long entry(JsonNode tree) {
        String sequence = tree.path("sequence").asText();
        return Long.parseLong(sequence.substring(0, sequence.indexOf('-')));
    }

    private static Instant at(JsonNode tree) {
        return OffsetDateTime.parse(tree.path("time").asText()).toInstant();
    }

    private static JsonNode tree(SuiteEvent event) {
        return SendgateJson.readLenient(
                event.json().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
