package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.StoredCase;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.Vault;
import io.sendgate.policy.Policy;
import io.sendgate.rest.dto.ActionDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.idempotency.Idempotency;
import io.sendgate.rest.problem.Problem;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.Enforcement;
import io.sendgate.standing.Ladder;
import io.sendgate.standing.Order;
import io.sendgate.standing.Proposal;
import io.sendgate.standing.StandingState;
import io.sendgate.standing.Step;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Acts on a case: the line is written, then what it does is done, then it is acknowledged.
@Singleton
public class TakeAction {

    private static final String PREFIX = "act_";
    private static final String USUAL_COUNTRY = "US";

    private final CaseStore cases;
    private final CaseLoop loop;
    private final AccountBook accounts;
    private final Effects effects;
    private final Once once;
    private final PlainIds ids;
    private final Vault vault;
    private final NumberReader reader;
    private final InstantSource clock;

    /// The use case over its ports.
    ///
    /// @param clock business time
    public TakeAction(
            CaseStore cases,
            CaseLoop loop,
            AccountBook accounts,
            Effects effects,
            Once once,
            PlainIds ids,
            Vault vault,
            NumberReader reader,
            InstantSource clock) {
        this.cases = cases;
        this.loop = loop;
        this.accounts = accounts;
        this.effects = effects;
        this.once = once;
        this.ids = ids;
        this.vault = vault;
        this.reader = reader;
        this.clock = clock;
    }

    /// Takes an action; once this has answered, it holds everywhere.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 404 for a case there is not, 409 or 422
    ///     where the case, or the policy's ladder, does not let it
    public CaseLoop.Written act(String caseId, ActionDto body, Idempotency request) {
        StoredCase file = cases.find(caseId).orElseThrow(Problem.NOT_FOUND::toException);
        Instant now = clock.instant();
        Once.Claim claim = once.claim("action|" + caseId, request, ids.next(PREFIX, now));
        Optional<PhoneNumber> recipient = recipient(file, body);
        CaseLoop.Written written =
                loop.add(caseId, newest -> plan(newest, claim.id(), body, recipient, now));
        effects.carryOut(written, recipient);
        return written;
    }

    private Optional<PhoneNumber> recipient(StoredCase file, ActionDto body) {
        String country =
                file.account()
                        .flatMap(accounts::facts)
                        .map(facts -> facts.account().profile().country())
                        .orElse(USUAL_COUNTRY);
        return Optional.ofNullable(body.recipient())
                .map(text -> new Numbers(reader, country).number(text, "/recipient"));
    }

    private CaseEntry.Draft plan(
            StoredCase file,
            String id,
            ActionDto body,
            Optional<PhoneNumber> recipient,
            Instant now) {
        Optional<CaseEntry> there = file.history().find(CaseEntry.Kind.ACTED, id);
        if (there.isPresent()) {
            return there.get().draft();
        }
        Optional<AccountFacts> facts = file.account().map(accounts::known);
        Optional<Policy> policy = facts.map(known -> accounts.policy(known, now));
        policy.ifPresent(known -> AccountBook.requireClause(known, body.clause()));
        Proposal proposal =
                Proposals.read(body, file, number -> tag(file, body, number), recipient);
        Step step =
                Refusals.step(
                        Enforcement.rule(
                                facts.map(known -> known.account().standing())
                                        .orElse(StandingState.GOOD),
                                policy.map(Policy::ladder).orElse(Ladder.NONE),
                                new Order(id, file.id(), body.clause(), now),
                                proposal));
        return new CaseEntry.Draft(
                CaseEntry.Kind.ACTED,
                id,
                now,
                body.by(),
                body.reason(),
                facts(file, body, step),
                Optional.of(step));
    }

    private RecipientTag tag(StoredCase file, ActionDto body, PhoneNumber number) {
        return body.isPlatformWide() || file.account().isEmpty()
                ? vault.platformTag(number)
                : vault.tag(root(file.account().get()), number);
    }

    private AccountId root(AccountId account) {
        return accounts.known(account).root().id();
    }

    private static Map<String, String> facts(StoredCase file, ActionDto body, Step step) {
        Map<String, String> facts = new HashMap<>(Map.of(Facts.CLAUSE, body.clause()));
        if (step instanceof Step.Acted acted) {
            switch (acted.action()) {
                // What the authorities are given is the history up to here, by its hash.
                case REFER -> facts.put(Facts.BUNDLE, file.head());
                case BLOCK ->
                        facts.put(Facts.ACROSS, body.isPlatformWide() ? "platform" : "account");
                case WARN, RESTRICT, SUSPEND, TERMINATE, HOLD, LIFT, DISMISS, APPROVE, REFUSE -> {}
            }
        }
        return facts;
    }
}
