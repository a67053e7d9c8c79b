package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.decision.PermitJudge;
import io.sendgate.decision.Reason;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;
import io.sendgate.policy.PolicySet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes a permit up just before the message is handed over.
public final class RedeemPermit {

    private static final int PAGE = 100;

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public RedeemPermit(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// The answer to a request to redeem.
    public sealed interface Answer {

        /// Hand it over.
        record Redeemed() implements Answer {}

        /// Do not: this has arisen since.
        record Refused(List<Reason> reasons) implements Answer {}

        /// There is no such authorization for this account, or it was no allow.
        record Unknown() implements Answer {}
    }

    /// Redeems the permit of an allow.
    ///
    /// @param idempotencyKey the same key again is answered as the first time
    public Answer redeem(AccountFacts account, String id, Optional<String> idempotencyKey) {
        Optional<IdMint.Located> located = ports.ids().locate(IdPrefix.AUTH, id);
        Optional<Entry> entry =
                located.filter(found -> found.ref() instanceof Ref.Numbered)
                        .flatMap(
                                found ->
                                        ports.ledger()
                                                .entry(
                                                        found.tag(),
                                                        ((Ref.Numbered) found.ref()).number()))
                        .filter(
                                one ->
                                        ReadAuthorizations.isFor(
                                                account, one.account(), one.root()));
        return entry.flatMap(Entry::detail)
                .flatMap(Detail::authorization)
                .map(detail -> redeem(account, entry.orElseThrow(), detail, idempotencyKey))
                .orElseGet(Answer.Unknown::new);
    }

    private Answer redeem(
            AccountFacts account, Entry allow, Detail.Authorization detail, Optional<String> key) {
        Recipient recipient =
                new Recipient(
                        ports, allow.account(), allow.root(), detail.request().to(), allow.tag());
        Optional<String> keyHash = key.map(text -> recipient.keyHash("redeem", text));
        return loop.run(
                allow.tag(), newest -> plan(account, recipient, allow, detail, keyHash, newest));
    }

    private Plan<Answer> plan(
            AccountFacts caller,
            Recipient recipient,
            Entry allow,
            Detail.Authorization detail,
            Optional<String> keyHash,
            Optional<Entry> newest) {
        Instant now = ports.clock().instant();
        AccountFacts account = current(caller, recipient);
        PolicySet policies = ports.policies().inForce(account, now);
        Optional<Grant> grant = Recipient.state(newest).grant(allow.number());
        if (isRepeat(allow, grant, keyHash)) {
            return new Plan.Answer<>(new Answer.Redeemed());
        }
        List<Reason> reasons =
                PermitJudge.judge(
                        detail.request(),
                        recipient.facts(account, Recipient.state(newest), detail.request()),
                        policies,
                        grant,
                        now);
        if (!reasons.isEmpty()) {
            return new Plan.Answer<>(new Answer.Refused(reasons));
        }
        Change change = new Change.Redeemed(detail.id(), allow.number(), keyHash);
        Entry entry =
                recipient.entry(
                        newest,
                        now,
                        List.of(change),
                        Optional.empty(),
                        recipient
                                .draft(newest)
                                .grants(
                                        one ->
                                                one.entry() == allow.number()
                                                        ? one.as(Grant.Status.REDEEMED)
                                                        : one)
                                .done());
        return new Plan.Append<>(entry, new Answer.Redeemed());
    }

    private AccountFacts current(AccountFacts caller, Recipient recipient) {
        return ports.accounts()
                .facts(recipient.account())
                .map(Accounts.Lease::facts)
                .orElse(caller);
    }

    /// Whether the permit was redeemed before under this very key.
    private boolean isRepeat(Entry allow, Optional<Grant> grant, Optional<String> keyHash) {
        boolean redeemed = grant.filter(one -> one.status() == Grant.Status.REDEEMED).isPresent();
        return redeemed
                && keyHash.isPresent()
                && ports.ledger().entries(allow.tag(), allow.number(), PAGE).stream()
                        .flatMap(entry -> entry.changes().stream())
                        .anyMatch(
                                change ->
                                        change instanceof Change.Redeemed one
                                                && one.grant() == allow.number()
                                                && one.keyHash().equals(keyHash));
    }
}
