package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.aws.TextTally;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.Ports;
import io.sendgate.gate.Recipient;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;
import io.sendgate.message.MessageClass;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;
import io.sendgate.standing.Action;
import io.sendgate.standing.BarredText;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.Order;
import io.sendgate.standing.Step;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds a text that goes to very many people without saying so.
///
/// What is allowed is counted as it is told of. The message that is one too many has gone by then:
/// those after it are refused within seconds, and a case says so.
@Singleton
public class MassMarketing {

    private static final String BY = "gate";
    private static final String FOUND = "found_mass-marketing_";
    private static final String CASE = "case_";
    private static final String ACTION = "act_";
    private static final String WHY = "The same text went to many people without being declared";

    private final Ports ports;
    private final AccountBook accounts;
    private final TextTally tally;
    private final CaseStore cases;
    private final OpenCase openCase;
    private final CaseLoop loop;
    private final Effects effects;
    private final PlainIds ids;

    /// Over the ledgers and the cases.
    public MassMarketing(
            Ports ports,
            AccountBook accounts,
            TextTally tally,
            CaseStore cases,
            OpenCase openCase,
            CaseLoop loop,
            Effects effects,
            PlainIds ids) {
        this.ports = ports;
        this.accounts = accounts;
        this.tally = tally;
        this.cases = cases;
        this.openCase = openCase;
        this.loop = loop;
        this.effects = effects;
        this.ids = ids;
    }

    /// Counts a message that was allowed.
    ///
    /// @param id the authorization's
    void allowed(AccountId account, MessageClass messageClass, String id) {
        AccountFacts facts = accounts.known(account);
        rule(accounts.policy(facts, ports.clock().instant()), messageClass)
                .ifPresent(rule -> allowed(facts, rule, id));
    }

    /// The rule that says from where on a text counts as a broadcast's.
    private static Optional<Rule.Forbid> rule(Policy policy, MessageClass messageClass) {
        return policy.rules().stream()
                .filter(Rule.Forbid.class::isInstance)
                .map(Rule.Forbid.class::cast)
                .filter(rule -> rule.bulk().isPresent())
                .filter(rule -> speaksOf(rule.head().when().classes(), messageClass))
                .findFirst();
    }

    private static boolean speaksOf(Set<MessageClass> classes, MessageClass messageClass) {
        return classes.isEmpty() || classes.contains(messageClass);
    }

    private void allowed(AccountFacts facts, Rule.Forbid rule, String id) {
        Optional<IdMint.Located> place = ports.ids().locate(IdPrefix.AUTH, id);
        Optional<Entry> entry =
                place.filter(found -> found.ref() instanceof Ref.Numbered)
                        .flatMap(
                                found ->
                                        ports.ledger()
                                                .entry(
                                                        found.tag(),
                                                        ((Ref.Numbered) found.ref()).number()));
        entry.ifPresent(
                one ->
                        one.detail()
                                .flatMap(Detail::authorization)
                                .flatMap(found -> text(facts, found))
                                .ifPresent(text -> count(facts, rule, text, one)));
    }

    /// The hash of the text, by which the gate knows it again.
    private Optional<String> text(AccountFacts facts, Detail.Authorization found) {
        Recipient recipient = Recipient.of(ports, facts, found.request().to());
        return found.request().body().map(recipient::fingerprint);
    }

    private void count(AccountFacts facts, Rule.Forbid rule, String text, Entry entry) {
        AccountId account = facts.account().id();
        if (facts.account().standing().isBarred(text)) {
            return;
        }
        Rule.Forbid.Bulk bulk = rule.bulk().orElseThrow();
        RecipientTag to = entry.tag();
        int people = tally.add(account, text, to, entry.at(), bulk.within(), bulk.recipients());
        if (people >= bulk.recipients()) {
            bar(account, rule, text);
        }
    }

    /// Opens the case and bars the text; one that an operator has let go stays free.
    private void bar(AccountId account, Rule.Forbid rule, String text) {
        Instant now = ports.clock().instant();
        String name = FOUND + account.value() + "_" + text;
        String fresh = ids.next(CASE, now);
        String id = cases.bind(name, fresh).orElse(fresh);
        String clause = rule.head().clause();
        StoredCase file =
                openCase.open(
                        new OpenCase.Opening(
                                id,
                                Optional.of(account),
                                CaseOrigin.MASS_MARKETING,
                                BY,
                                WHY,
                                Optional.of(clause),
                                Map.of(Facts.TEXT, text)));
        String action = ACTION + id.substring(CASE.length());
        if (file.history().find(CaseEntry.Kind.ACTED, action).isEmpty()) {
            Order order = new Order(action, id, clause, now);
            effects.carryOut(loop.add(id, newest -> line(order, text)), Optional.empty());
        }
    }

    /// The line of the case that bars the text.
    private static CaseEntry.Draft line(Order order, String text) {
        Step step =
                new Step.Acted(
                        order,
                        Action.HOLD,
                        Optional.of(new BarredText(order, text)),
                        false,
                        Set.of());
        return new CaseEntry.Draft(
                CaseEntry.Kind.ACTED, order.id(), order.at(), BY, WHY, Map.of(), Optional.of(step));
    }
}
