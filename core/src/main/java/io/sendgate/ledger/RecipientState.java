package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.contact.Channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that must be true about one recipient of one family at the moment of sending.
///
/// It is carried by the newest entry of the recipient's ledger. Absent is explicit; bounds are
/// those
/// of [Bounds].
///
/// @param tel the number, sealed; empty after erasure. On the ledger of somebody whom a provider
///     named by an id alone: the number that the id turned out to belong to
/// @param relationships per account of the family
/// @param consents those in force, per account
/// @param optOuts for the whole family, one per scope and channel
/// @param lastOptIn the recipient's last START, for the whole family
/// @param suspected the recipient's last message that may have been an opt-out, until somebody
///     knows
/// @param blocked whether nobody of the family may write, and since when
/// @param pending opt-ins that wait for a confirmation
/// @param inbound the last message per account and channel
/// @param grants those that a cap still counts or whose permit is open, oldest first
/// @param keys idempotency keys of the last 24 hours
/// @param references per account
/// @param seen the last provider message ids, oldest first
/// @param used provider ids of STARTs and confirmations, for ever
/// @param acts provider ids of the last opt-outs, and of confirmations of nothing: repeats of them
///     would matter however many messages came in between
/// @param joined tags of the ledgers, begun under an id alone, that this one has taken over
/// @param capOpenings caps that are full
/// @param refusedSources barred sources a capture named
/// @param cancelledHolds held requests that were cancelled before their release
/// @param extra members this version does not know, as JSON text, carried over untouched
public record RecipientState(
        Optional<String> tel,
        Whereabouts whereabouts,
        List<Relationship> relationships,
        List<Consent> consents,
        List<OptOut> optOuts,
        Optional<Act> lastOptIn,
        Optional<Act> suspected,
        Optional<Instant> blocked,
        List<PendingOptIn> pending,
        List<Inbound> inbound,
        List<Grant> grants,
        List<KeyBinding> keys,
        List<Reference> references,
        List<String> seen,
        List<String> used,
        List<String> acts,
        List<String> joined,
        List<CapOpening> capOpenings,
        List<RefusedSource> refusedSources,
        List<String> cancelledHolds,
        Map<String, String> extra) {

    /// A person nothing is known about.
    public static final RecipientState UNKNOWN =
            new RecipientState(
                    Optional.empty(),
                    Whereabouts.UNKNOWN,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of());

    /// Copies the collections, so that a state never changes.
    public RecipientState {
        relationships = List.copyOf(relationships);
        consents = List.copyOf(consents);
        optOuts = List.copyOf(optOuts);
        pending = List.copyOf(pending);
        inbound = List.copyOf(inbound);
        grants = List.copyOf(grants);
        keys = List.copyOf(keys);
        references = List.copyOf(references);
        seen = List.copyOf(seen);
        used = List.copyOf(used);
        acts = List.copyOf(acts);
        joined = List.copyOf(joined);
        capOpenings = List.copyOf(capOpenings);
        refusedSources = List.copyOf(refusedSources);
        cancelledHolds = List.copyOf(cancelledHolds);
        extra = Map.copyOf(extra);
    }

    /// A copy to change.
    public StateDraft draft() {
        return new StateDraft(this);
    }

    /// What is left once an account's own knowledge of the recipient is gone.
    ///
    /// Opt-outs, blocks and places in caps are the family's and stay. The number and the place go
    /// with the last account that holds anything.
    public RecipientState without(AccountId account) {
        RecipientState others = others(account);
        return others.isHeld(account) ? others : others.nameless();
    }

    private RecipientState others(AccountId account) {
        Set<Long> own =
                grants.stream()
                        .filter(grant -> grant.account().equals(account))
                        .map(Grant::entry)
                        .collect(Collectors.toSet());
        return new RecipientState(
                tel,
                whereabouts,
                without(relationships, one -> one.account().equals(account)),
                without(consents, one -> one.account().equals(account)),
                optOuts,
                lastOptIn,
                suspected,
                blocked,
                without(pending, one -> one.account().equals(account)),
                without(inbound, one -> one.account().equals(account)),
                grants,
                without(keys, one -> own.contains(one.entry())),
                without(references, one -> one.account().equals(account)),
                seen,
                used,
                acts,
                joined,
                without(capOpenings, one -> one.account().equals(account)),
                without(refusedSources, one -> one.account().equals(account)),
                cancelledHolds,
                extra);
    }

    private boolean isHeld(AccountId erasing) {
        return Stream.of(relationships, consents, pending, inbound, references, refusedSources)
                        .anyMatch(list -> !list.isEmpty())
                || grants.stream().anyMatch(grant -> !grant.account().equals(erasing));
    }

    private RecipientState nameless() {
        return new RecipientState(
                Optional.empty(),
                Whereabouts.UNKNOWN,
                relationships,
                consents,
                optOuts,
                lastOptIn,
                suspected,
                blocked,
                pending,
                inbound,
                grants,
                keys,
                references,
                List.of(),
                used,
                acts,
                List.of(),
                capOpenings,
                refusedSources,
                cancelledHolds,
                extra);
    }

    /// Whether a provider's message of that fingerprint has been heard before.
    public boolean hasHeard(String id) {
        return seen.contains(id) || used.contains(id) || acts.contains(id);
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        return all.stream().filter(gone.negate()).toList();
    }

    /// The account's reference of that name.
    public Optional<Reference> reference(AccountId account, String name) {
        return references.stream().filter(reference -> reference.is(account, name)).findFirst();
    }

    /// What the recipient is to an account.
    public Optional<Relationship> relationship(AccountId account) {
        return relationships.stream().filter(one -> one.account().equals(account)).findFirst();
    }

    /// When the recipient last wrote to an account on a channel.
    public Optional<Instant> lastInbound(AccountId account, Channel channel) {
        return inbound.stream()
                .filter(one -> one.account().equals(account) && one.channel().covers(channel))
                .map(Inbound::at)
                .max(Instant::compareTo);
    }

    /// The grant that an entry made, while it is still counted.
    public Optional<Grant> grant(long entry) {
        return grants.stream().filter(grant -> grant.entry() == entry).findFirst();
    }
}
