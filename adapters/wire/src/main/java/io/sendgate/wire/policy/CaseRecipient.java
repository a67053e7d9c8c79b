package io.sendgate.wire.policy;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.Inbound;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Reference;
import io.sendgate.ledger.RefusedSource;
import io.sendgate.ledger.Relationship;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.message.Origin;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The recipient of a case.
///
/// @param usual the channel of what names none: the request's
record CaseRecipient(CaseFile.Recipient known, Channel usual) {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    RecipientState state() {
        return new RecipientState(
                Optional.empty(),
                Whereabouts.UNKNOWN,
                known.relationship().stream().map(CaseRecipient::relationship).toList(),
                known.consents().stream().map(this::consent).toList(),
                known.optOuts().stream().map(CaseRecipient::optOut).toList(),
                known.optedInAt().map(CaseRecipient::act),
                Optional.empty(),
                known.blocked(),
                known.pending().stream().map(this::pending).toList(),
                known.inbound().stream().map(this::inbound).toList(),
                known.grants().stream().flatMap(this::grants).toList(),
                List.of(),
                known.references().stream().map(CaseRecipient::reference).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                known.refusedSources().stream().map(CaseRecipient::refused).toList(),
                List.of(),
                Map.of());
    }

    private static Relationship relationship(CaseFile.Relationship it) {
        return new Relationship(CaseReader.ACCOUNT, it.type(), it.reference(), it.since());
    }

    private Consent consent(CaseFile.Consent it) {
        return new Consent(
                1,
                CaseReader.ACCOUNT,
                it.channel().orElse(usual),
                it.purposes().stream().map(CaseRecipient::coverage).toList(),
                it.tier(),
                it.method().orElse(usualMethod(it.tier())),
                it.source().orElse(Source.OWN_CUSTOMER),
                it.at().orElse(LONG_AGO),
                it.at().orElse(LONG_AGO),
                it.until(),
                it.maxPerWeek(),
                it.proven().orElse(true));
    }

    private static Coverage coverage(String word) {
        return Coverage.parse(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "neither a purpose nor a class: " + word));
    }

    private static Method usualMethod(Tier tier) {
        return switch (tier) {
            case IMPLIED -> Method.CONVERSATION;
            case EXPRESS -> Method.VERBAL;
            case EXPRESS_WRITTEN -> Method.WEB_FORM;
        };
    }

    private PendingOptIn pending(CaseFile.Consent it) {
        return new PendingOptIn(consent(it), it.until().orElse(Instant.MAX));
    }

    private static OptOut optOut(CaseFile.OptOut it) {
        return new OptOut(it.scope(), it.channel(), act(it.at()), List.of());
    }

    private static Act act(Instant at) {
        return new Act(at, true, 1);
    }

    private Inbound inbound(CaseFile.Inbound it) {
        return new Inbound(CaseReader.ACCOUNT, it.channel().orElse(usual).carrier(), it.at());
    }

    private Stream<Grant> grants(CaseFile.Sent it) {
        return Collections.nCopies(it.times().orElse(1), grant(it)).stream();
    }

    private Grant grant(CaseFile.Sent it) {
        return new Grant(
                1,
                it.at(),
                it.account().map(AccountId::new).orElse(CaseReader.ACCOUNT),
                it.channel().orElse(usual),
                it.purpose(),
                it.purpose().usualClass(),
                it.origin().orElse(Origin.API),
                it.subject(),
                it.sequence(),
                it.body(),
                Optional.empty(),
                it.status().orElse(Grant.Status.SENT),
                it.at(),
                false);
    }

    private static Reference reference(CaseFile.Reference it) {
        return new Reference(
                CaseReader.ACCOUNT, it.ref(), it.kind(), it.status(), it.at().orElse(LONG_AGO));
    }

    private static RefusedSource refused(Source source) {
        return new RefusedSource(CaseReader.ACCOUNT, source);
    }
}
