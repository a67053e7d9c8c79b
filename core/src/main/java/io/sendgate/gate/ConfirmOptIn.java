package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Confirms a pending opt-in through the link that the person was sent.
public final class ConfirmOptIn {

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public ConfirmOptIn(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// The state of an opt-in that a link names.
    public sealed interface Answer {

        /// It waits for the button.
        record Waiting(String businessName, Optional<String> disclosure) implements Answer {}

        /// It is confirmed, now or before.
        record Confirmed(String businessName) implements Answer {}

        /// It has lapsed, was ended by an opt-out, or never was.
        record Gone() implements Answer {}
    }

    /// What the link's page shows; changes nothing, because scanners open links.
    public Answer look(String id) {
        return find(id).map(found -> look(found, ports.ledger().newest(found.entry().tag())))
                .orElseGet(Answer.Gone::new);
    }

    /// What the button does.
    public Answer confirm(String id) {
        return find(id).map(found -> loop.run(found.entry().tag(), newest -> plan(found, newest)))
                .orElseGet(Answer.Gone::new);
    }

    private Plan<Answer> plan(Found found, Optional<Entry> newest) {
        Optional<PendingOptIn> waiting = waiting(found, newest);
        if (waiting.isEmpty()) {
            return new Plan.Answer<>(look(found, newest));
        }
        Recipient recipient =
                new Recipient(
                        ports,
                        found.entry().account(),
                        found.entry().root(),
                        found.detail().capture().recipient(),
                        found.entry().tag());
        Instant now = ports.clock().instant();
        Entry entry =
                recipient.entry(
                        newest,
                        now,
                        List.of(
                                CaptureConsent.granted(
                                        found.detail().id(), waiting.get().consent())),
                        Optional.empty(),
                        recipient
                                .draft(newest)
                                .endPending(waiting.get()::equals)
                                .consent(waiting.get().consent())
                                .done());
        return new Plan.Append<>(entry, new Answer.Confirmed(found.businessName()));
    }

    private Answer look(Found found, Optional<Entry> newest) {
        if (waiting(found, newest).isPresent()) {
            return new Answer.Waiting(
                    found.businessName(), found.detail().capture().disclosure().text());
        }
        boolean confirmed =
                Recipient.state(newest).consents().stream()
                        .anyMatch(consent -> consent.entry() == found.entry().number());
        return confirmed ? new Answer.Confirmed(found.businessName()) : new Answer.Gone();
    }

    private Optional<PendingOptIn> waiting(Found found, Optional<Entry> newest) {
        return Recipient.state(newest).pending().stream()
                .filter(one -> one.consent().entry() == found.entry().number())
                .filter(one -> one.openAt(ports.clock().instant()))
                .findFirst();
    }

    private Optional<Found> find(String id) {
        return ports.ids()
                .locate(IdPrefix.CONS, id)
                .filter(found -> found.ref() instanceof Ref.Numbered)
                .flatMap(this::find);
    }

    private Optional<Found> find(IdMint.Located located) {
        long number = ((Ref.Numbered) located.ref()).number();
        Optional<Entry> entry =
                ports.ledger()
                        .entry(located.tag(), number)
                        .filter(
                                one ->
                                        one.changes().stream()
                                                .anyMatch(Change.ConsentPending.class::isInstance));
        return entry.flatMap(
                one ->
                        one.detail()
                                .flatMap(Detail::consentCapture)
                                .flatMap(
                                        detail ->
                                                ports.accounts()
                                                        .facts(one.account())
                                                        .map(
                                                                lease ->
                                                                        new Found(
                                                                                one,
                                                                                detail,
                                                                                lease.facts()))));
    }

    private record Found(Entry entry, Detail.ConsentCapture detail, AccountFacts account) {

        String businessName() {
            return account.account().profile().businessName();
        }
    }
}
