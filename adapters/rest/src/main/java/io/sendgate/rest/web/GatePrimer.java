package io.sendgate.rest.web;

import io.quarkus.arc.Unremovable;
import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.PlatformState;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.aws.Primer;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Authorizer;
import io.sendgate.decision.Facts;
import io.sendgate.decision.Pace;
import io.sendgate.gate.Atlas;
import io.sendgate.gate.PolicyBook;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides a made-up message under every policy, so that documents, words and zones are read and
/// compiled before the snapshot.
///
/// The person and the account do not exist: nothing is looked up, written, tagged or sealed.
@Singleton
@Unremovable
public final class GatePrimer implements Primer {

    private static final PhoneNumber NOBODY = new PhoneNumber("+13125550100");
    private static final String SENDER = "+18885550100";

    private final PolicyBook policies;
    private final Atlas atlas;

    /// A primer of what decisions rest on.
    public GatePrimer(PolicyBook policies, Atlas atlas) {
        this.policies = policies;
        this.atlas = atlas;
    }

    @Override
    public void prime() {
        policies.ids().forEach(this::decide);
        policies.replies().read("STOP");
    }

    private void decide(String policy) {
        AccountState account = AccountState.opened(new AccountId("acct_nobody"), profile(policy));
        AccountFacts facts = new AccountFacts(account, account, PlatformState.NEW);
        Facts known =
                new Facts(
                        facts,
                        RecipientState.UNKNOWN,
                        atlas.zones(NOBODY, Whereabouts.UNKNOWN),
                        atlas.country(NOBODY),
                        atlas.regions(NOBODY, Whereabouts.UNKNOWN),
                        false,
                        new Facts.Fingerprint(Optional.empty(), Optional.empty(), Optional.empty()),
                        Pace.OPEN);
        Authorizer.decide(request(), known, policies.inForce(facts, Instant.EPOCH), Instant.EPOCH);
    }

    private static SendRequest request() {
        return new SendRequest(
                Channel.SMS,
                SENDER,
                NOBODY,
                true,
                Purpose.MARKETING,
                Origin.API,
                Optional.of("Nobody: an offer to nobody. Reply STOP to unsubscribe"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AccountProfile profile(String policy) {
        return new AccountProfile(
                "Nobody",
                List.of(),
                Optional.empty(),
                "US",
                Optional.empty(),
                Map.of(),
                Help.NONE,
                policy,
                Optional.empty(),
                Optional.empty(),
                HandOff.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new Sender(SENDER, Channel.SMS, SenderType.TOLL_FREE)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
