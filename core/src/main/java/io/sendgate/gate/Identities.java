package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.ScopedId;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Finds the ledger of whoever a provider names, and joins an id's with a number's.
///
/// Somebody named by a business-scoped id alone has a ledger of their own until a message names the
/// id and a number together. From its entry that says so nothing is added to that ledger: what it
/// holds is taken over by the number's, and what names the id alone goes there. The entry is the
/// moment of the change: whoever loses the race against it decides again, on the number's ledger.
public final class Identities {

    private static final List<String> JOINED = List.of("whatsappId");

    private final Ports ports;
    private final RecipientLoop loop;

    /// Over the recipients' ledgers.
    public Identities(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// A ledger that is still somebody's, or the number that it has been joined with.
    private sealed interface Found<A> {

        record Here<A>(A answer) implements Found<A> {}

        record Moved<A>(PhoneNumber number) implements Found<A> {}
    }

    /// Runs a plan on the ledger of a person, as [RecipientLoop#run].
    <A> A run(
            AccountFacts account,
            Person person,
            BiFunction<Recipient, Optional<Entry>, Plan<A>> planner) {
        return switch (person) {
            case PhoneNumber number -> runOn(account, number, planner);
            case ScopedId id ->
                    switch (find(account, id, planner)) {
                        case Found.Here<A> here -> here.answer();
                        case Found.Moved<A> moved -> runOn(account, moved.number(), planner);
                    };
        };
    }

    private <A> A runOn(
            AccountFacts account,
            PhoneNumber number,
            BiFunction<Recipient, Optional<Entry>, Plan<A>> planner) {
        Recipient recipient = Recipient.of(ports, account, number);
        return loop.run(recipient.tag(), newest -> planner.apply(recipient, newest));
    }

    private <A> Found<A> find(
            AccountFacts account,
            ScopedId id,
            BiFunction<Recipient, Optional<Entry>, Plan<A>> planner) {
        Recipient scoped = Recipient.of(ports, account, id);
        return loop.run(
                scoped.tag(),
                newest ->
                        number(scoped, newest)
                                .<Plan<Found<A>>>map(
                                        number -> new Plan.Answer<>(new Found.Moved<>(number)))
                                .orElseGet(
                                        () -> planner.apply(scoped, newest).map(Found.Here::new)));
    }

    private Optional<PhoneNumber> number(Recipient scoped, Optional<Entry> newest) {
        return Recipient.state(newest)
                .tel()
                .map(closed -> ports.vault().open(scoped.root(), scoped.tag(), closed));
    }

    /// Takes note that an id and a number are one person's.
    ///
    /// Done again it changes nothing; done in part it is finished by the next. An id stays with the
    /// first number it was named with: who changes their number is given another id.
    ///
    /// @return whether that was news
    /// @throws FactsUnavailable where it could not be recorded
    public boolean join(AccountFacts account, ScopedId id, PhoneNumber number) {
        Recipient scoped = Recipient.of(ports, account, id);
        Recipient whole = Recipient.of(ports, account, number);
        if (hasTakenOver(ports.ledger().newest(whole.tag()), scoped)) {
            return false;
        }
        RecipientState left = loop.run(scoped.tag(), newest -> leave(scoped, number, newest));
        return loop.run(whole.tag(), newest -> takeOver(account, whole, scoped, left, newest));
    }

    private static boolean hasTakenOver(Optional<Entry> newest, Recipient scoped) {
        return Recipient.state(newest).joined().contains(scoped.tag().value());
    }

    /// The id's last entry: it names the number.
    private Plan<RecipientState> leave(
            Recipient scoped, PhoneNumber number, Optional<Entry> newest) {
        RecipientState before = Recipient.state(newest);
        if (before.tel().isPresent()) {
            return new Plan.Answer<>(before);
        }
        String closed = ports.vault().seal(scoped.root(), scoped.tag(), number);
        RecipientState after = before.draft().tel(closed).done();
        Change joined = new Change.FactsRecorded(scoped.account(), JOINED);
        Entry entry =
                scoped.entry(
                        newest, ports.clock().instant(), List.of(joined), Optional.empty(), after);
        return new Plan.Append<>(entry, after);
    }

    private Plan<Boolean> takeOver(
            AccountFacts account,
            Recipient whole,
            Recipient scoped,
            RecipientState left,
            Optional<Entry> newest) {
        if (hasTakenOver(newest, scoped)) {
            return new Plan.Answer<>(false);
        }
        Instant now = ports.clock().instant();
        Inheritance inheritance =
                new Inheritance(
                        whole, left, ports.policies().inForce(account, now).policy(), newest, now);
        return new Plan.Append<>(inheritance.entry(scoped.tag().value(), JOINED), true);
    }
}
