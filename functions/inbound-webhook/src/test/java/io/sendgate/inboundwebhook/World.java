package io.sendgate.inboundwebhook;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.aws.SenderClaims;
import io.sendgate.aws.WebhookStore;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.fake.FakeWorld;
import io.sendgate.gate.Identities;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.ReceivePreference;
import io.sendgate.gate.ReceiveReceipt;
import io.sendgate.gate.Recipient;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.inboundwebhook.provider.Requests;
import io.sendgate.inboundwebhook.provider.Samples;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.RecipientState;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The function over fakes: one account, the settings of the samples, a clock at their time.
final class World {

    /// The account that the samples belong to.
    static final AccountId ADA = new AccountId("acct_ada");

    /// The person who writes in the samples.
    static final PhoneNumber PERSON = new PhoneNumber("+15125550101");

    final FakeWorld fakes = new FakeWorld(new SeededPolicyBook(PolicyDocuments.seeded()));
    final WebhookStore settings = mock(WebhookStore.class);
    final Webhooks webhooks;
    final Ports ports = sealed(fakes.ports());

    World() {
        this("customerflows");
    }

    World(String policy) {
        fakes.accounts.open(ADA, profile(policy));
        RecipientLoop loop = new RecipientLoop(ports.ledger(), ports.steady(), ports.chance());
        webhooks =
                webhooks(
                        new Reception(
                                new ReceiveMessage(ports, loop),
                                new ReceiveReceipt(ports, loop),
                                new ReceiveComplaint(ports, loop),
                                new ReceivePreference(ports, loop),
                                new Identities(ports, loop),
                                Samples.sns()));
    }

    /// The fakes' ports with the suite's own keys.
    private static Ports sealed(Ports fake) {
        SecureRandom random = new SecureRandom();
        Masters masters = Masters.generate(random);
        return new Ports(
                fake.ledger(),
                fake.accounts(),
                fake.policies(),
                new MasterVault(masters, random),
                new MaskedIds(masters),
                fake.atlas(),
                fake.clock(),
                fake.steady(),
                fake.chance());
    }

    /// The same with another reception.
    Webhooks webhooks(Reception reception) {
        when(settings.find(any(), anyString())).thenReturn(Optional.empty());
        for (String provider : Samples.providers()) {
            when(settings.find(ADA, provider)).thenReturn(Optional.of(Samples.settings(provider)));
        }
        return new Webhooks(new Providers(Samples.sns()), fakes.accounts, settings, reception);
    }

    /// Hears a sample.
    HttpAnswer hear(String sample) {
        return hear(sample.substring(0, sample.indexOf('-')), Samples.request(sample));
    }

    /// Hears a request.
    HttpAnswer hear(String provider, Requests request) {
        return webhooks.hear(provider, ADA.value(), request.raw());
    }

    /// Topics in which the account owns the sender of the samples.
    Topics topics() {
        SenderClaims senders = mock(SenderClaims.class);
        when(senders.owner(anyString())).thenReturn(Optional.empty());
        when(senders.owner("+18885550123")).thenReturn(Optional.of(ADA));
        return new Topics(webhooks, senders, InstantSource.fixed(Samples.SENT));
    }

    /// The facts of the account.
    AccountFacts facts() {
        return fakes.facts(ADA);
    }

    /// Everything that has happened to the person.
    List<Change> changes() {
        return fakes.ledger.entries(recipient().tag(), 0, 1_000).stream()
                .flatMap(entry -> entry.changes().stream())
                .toList();
    }

    /// The person's state.
    RecipientState state() {
        Optional<Entry> newest = fakes.ledger.newest(recipient().tag());
        return Recipient.state(newest);
    }

    private Recipient recipient() {
        return Recipient.of(ports, facts(), PERSON);
    }

    private static AccountProfile profile(String policy) {
        return new AccountProfile(
                "Ada Plumbing",
                List.of(),
                Optional.of("ops@ada-plumbing.example"),
                "US",
                Optional.empty(),
                Map.of(),
                new Help(Optional.of("+15125550100"), Optional.empty()),
                policy,
                Optional.of(List.of()),
                Optional.empty(),
                HandOff.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
