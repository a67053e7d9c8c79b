package io.sendgate.consentreview;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.Mode;
import io.sendgate.consent.Consent;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.consentreview.RecipientView.BlockView;
import io.sendgate.consentreview.RecipientView.ConsentView;
import io.sendgate.consentreview.RecipientView.FactsView;
import io.sendgate.consentreview.RecipientView.InboundView;
import io.sendgate.consentreview.RecipientView.OptOutView;
import io.sendgate.consentreview.RecipientView.ReferenceView;
import io.sendgate.consentreview.RecipientView.RelationshipView;
import io.sendgate.consentreview.RecipientView.TimeZoneView;
import io.sendgate.contact.Channel;
import io.sendgate.gate.Ports;
import io.sendgate.gate.Recipient;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.policy.PolicySet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Puts what is known of a person into the contract's words.
///
/// Whatever belongs to another account of the family is left out; opt-outs, blocks and caps hold
/// for all of it.
@Singleton
public class ReviewRecipient {

    private final Ports ports;

    /// Reviews over the ports.
    @Inject
    public ReviewRecipient(Ports ports) {
        this.ports = ports;
    }

    /// The person as the account knows them now.
    RecipientView view(AccountFacts account, Recipient recipient, RecipientState state) {
        Instant now = ports.clock().instant();
        AccountId asking = account.account().id();
        PolicySet policies = enforced(ports.policies().inForce(account, now));
        PurposeStates states =
                new PurposeStates(
                        account, recipient, state, policies, one -> id(recipient, one), now);
        return new RecipientView(
                recipient.number().e164(),
                recipient.tag().value(),
                blocked(account, recipient, state).orElse(null),
                facts(state, asking),
                timeZone(recipient, state.whereabouts()),
                states.byChannel(),
                consents(recipient, state, asking, now),
                state.optOuts().stream()
                        .map(
                                one ->
                                        new OptOutView(
                                                one.scope(),
                                                channel(one.channel()),
                                                one.act().at()))
                        .toList(),
                new Caps(asking, state, policies, now).views(),
                references(state, asking),
                lastInbound(state, asking));
    }

    /// What a person has said does not depend on whether the account's decisions bind.
    private static PolicySet enforced(PolicySet policies) {
        return new PolicySet(policies.own(), policies.policy(), policies.packs(), Mode.ENFORCE);
    }

    private Optional<BlockView> blocked(
            AccountFacts account, Recipient recipient, RecipientState state) {
        String platformTag = ports.vault().platformTag(recipient.number()).value();
        return account.platform().blockedTags().contains(platformTag)
                ? Optional.of(new BlockView("platform", null))
                : state.blocked().map(since -> new BlockView("account", since));
    }

    private static FactsView facts(RecipientState state, AccountId asking) {
        Whereabouts known = state.whereabouts();
        return new FactsView(
                known.timezone().map(ZoneId::getId).orElse(null),
                known.country().orElse(null),
                known.region().orElse(null),
                known.postalCode().orElse(null),
                state.relationship(asking)
                        .map(
                                one ->
                                        new RelationshipView(
                                                one.type(),
                                                one.reference().orElse(null),
                                                one.since().orElse(null)))
                        .orElse(null));
    }

    private TimeZoneView timeZone(Recipient recipient, Whereabouts known) {
        Set<ZoneId> zones = ports.atlas().zones(recipient.number(), known);
        return new TimeZoneView(
                zones.stream().map(ZoneId::getId).sorted().toList(),
                evidence(recipient, known, zones));
    }

    private String evidence(Recipient recipient, Whereabouts known, Set<ZoneId> zones) {
        if (known.timezone().isPresent()) {
            return "time-zone-on-record";
        }
        if (!zones.equals(ports.atlas().zones(recipient.number(), Whereabouts.UNKNOWN))) {
            return "region-on-record";
        }
        return recipient.number().isNorthAmerican() ? "area-code" : "number";
    }

    private List<ConsentView> consents(
            Recipient recipient, RecipientState state, AccountId asking, Instant now) {
        Predicate<Consent> own = consent -> consent.account().equals(asking);
        Stream<ConsentView> active =
                state.consents().stream()
                        .filter(own.and(consent -> consent.holdsAt(now)))
                        .map(one -> view("active", recipient, one, one.until()));
        Stream<ConsentView> pending =
                state.pending().stream()
                        .filter(waiting -> own.test(waiting.consent()) && waiting.openAt(now))
                        .map(waiting -> pending(recipient, waiting));
        return Stream.concat(active, pending).toList();
    }

    private ConsentView pending(Recipient recipient, PendingOptIn waiting) {
        return view("pending", recipient, waiting.consent(), Optional.of(waiting.until()));
    }

    private ConsentView view(
            String word, Recipient recipient, Consent consent, Optional<Instant> until) {
        return new ConsentView(
                id(recipient, consent),
                word,
                consent.channel(),
                consent.purposes().stream().map(coverage -> coverage.term()).toList(),
                consent.tier(),
                consent.method(),
                consent.source(),
                consent.at(),
                until.orElse(null),
                consent.maxPerWeek().orElse(null));
    }

    private String id(Recipient recipient, Consent consent) {
        Ref ref = new Ref.Numbered(consent.entry());
        return ports.ids().mint(IdPrefix.CONS, consent.recorded(), recipient.tag(), ref);
    }

    private static List<ReferenceView> references(RecipientState state, AccountId asking) {
        return state.references().stream()
                .filter(one -> one.account().equals(asking))
                .map(one -> new ReferenceView(one.ref(), one.kind(), one.status(), one.at()))
                .toList();
    }

    private static List<InboundView> lastInbound(RecipientState state, AccountId asking) {
        return state.inbound().stream()
                .filter(one -> one.account().equals(asking))
                .map(one -> new InboundView(one.channel(), one.at()))
                .toList();
    }

    private static @Nullable Channel channel(Optional<Channel> channel) {
        return channel.orElse(null);
    }
}
