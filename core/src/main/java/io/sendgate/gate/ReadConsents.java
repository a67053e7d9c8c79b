package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Consent;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.PolicyRef;
import io.sendgate.gate.ConsentEvidence.OptOutSince;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds consents and refused captures again, by id, with what has become of them.
///
/// What was erased is not found. Every method throws [FactsUnavailable] where the store cannot be
/// reached.
public final class ReadConsents {

    private final Ports ports;

    /// The use case over its ports.
    public ReadConsents(Ports ports) {
        this.ports = ports;
    }

    /// The consent of that id; empty where there is none for this account.
    public Optional<ConsentRecord> find(AccountFacts asking, String id) {
        return kept(asking, id).flatMap(this::record);
    }

    /// The consent of that id with everything needed to defend it; empty as above.
    public Optional<ConsentEvidence> evidence(AccountFacts asking, String id) {
        return kept(asking, id)
                .flatMap(kept -> record(kept).map(consent -> evidence(kept, consent)));
    }

    private Optional<KeptCapture> kept(AccountFacts asking, String id) {
        return ports.ids().locate(IdPrefix.CONS, id).flatMap(located -> kept(asking, located, id));
    }

    private Optional<KeptCapture> kept(AccountFacts asking, IdMint.Located located, String id) {
        return switch (located.ref()) {
            case Ref.Numbered ref ->
                    ports.ledger()
                            .entry(located.tag(), ref.number())
                            .flatMap(entry -> KeptCapture.of(asking, entry, id));
            case Ref.Noted ref ->
                    ports.ledger()
                            .note(located.tag(), NoteKey.of(ref))
                            .flatMap(note -> KeptCapture.of(asking, note, id));
        };
    }

    private Optional<ConsentRecord> record(KeptCapture kept) {
        if (kept.given().isEmpty()) {
            return refused(kept);
        }
        RecipientState newest = Recipient.state(ports.ledger().newest(kept.tag()));
        return kept.given().flatMap(consent -> record(kept, consent, newest));
    }

    /// The newest state mostly tells; a consent that is not in it any more has its end in between.
    private Optional<ConsentRecord> record(
            KeptCapture kept, Consent consent, RecipientState newest) {
        Instant now = ports.clock().instant();
        return ConsentCourse.standing(consent, newest, now)
                .or(() -> ConsentCourse.of(consent, kept.state(), later(kept), now))
                .map(course -> kept.consent(consent, course, number(kept)));
    }

    /// After its account's erasure no refusal that is still stored is shown.
    private Optional<ConsentRecord> refused(KeptCapture kept) {
        boolean erased = Erasures.among(later(kept)).isBy(kept.account());
        return erased ? Optional.empty() : kept.submitted().map(kept::refusal);
    }

    private ConsentEvidence evidence(KeptCapture kept, ConsentRecord consent) {
        AccountFacts owner =
                ports.accounts()
                        .facts(kept.account())
                        .orElseThrow(() -> new FactsUnavailable("the account of a consent"))
                        .facts();
        PolicyRef policy = ports.policies().inForce(owner, kept.at()).policy().ref();
        List<Entry> later = later(kept);
        Instant now = ports.clock().instant();
        Optional<Instant> confirmedAt =
                kept.given()
                        .flatMap(given -> ConsentCourse.of(given, kept.state(), later, now))
                        .flatMap(ConsentCourse::confirmedAt);
        List<OptOutSince> optOuts = later.stream().flatMap(ReadConsents::optOuts).toList();
        String businessName = owner.account().profile().businessName();
        return new ConsentEvidence(consent, businessName, policy, confirmedAt, optOuts);
    }

    private PhoneNumber number(KeptCapture kept) {
        return kept.submitted()
                .map(detail -> detail.capture().recipient())
                .or(() -> kept.state().tel().map(tel -> open(kept, tel)))
                .orElseThrow(() -> new FactsUnavailable("the number of a consent"));
    }

    private PhoneNumber open(KeptCapture kept, String tel) {
        return ports.vault().open(kept.root(), kept.tag(), tel);
    }

    private List<Entry> later(KeptCapture kept) {
        return new LedgerPages(ports.ledger()).entries(kept.tag(), kept.number());
    }

    private static Stream<OptOutSince> optOuts(Entry entry) {
        return entry.changes().stream()
                .filter(Change.OptedOut.class::isInstance)
                .map(Change.OptedOut.class::cast)
                .map(said -> since(said, entry.at()));
    }

    private static OptOutSince since(Change.OptedOut said, Instant recordedAt) {
        return new OptOutSince(said.scope(), said.channel(), said.at(), recordedAt, said.via());
    }
}
