package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.Attestation;
import io.sendgate.account.Chatbot;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Licence;
import io.sendgate.account.Mode;
import io.sendgate.account.Sender;
import io.sendgate.account.Template;
import io.sendgate.standing.StandingLevel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An account as callers see it: its document as it is kept, its id and its standing.
///
/// @param standing the worse of its own and its root's
/// @param expectationWindow an ISO-8601 duration
public record AccountView(
        String id,
        StandingLevel standing,
        String businessName,
        List<String> brands,
        Optional<String> email,
        String country,
        Optional<String> address,
        Map<String, String> identity,
        Help help,
        String policy,
        Optional<List<String>> packs,
        Optional<Mode> mode,
        HandOff handOff,
        Optional<String> parent,
        Optional<String> industry,
        Optional<String> tier,
        boolean emergencyServiceProvider,
        List<Sender> senders,
        List<Template> templates,
        List<Attestation> attestations,
        List<Licence> licences,
        Optional<Chatbot> chatbot,
        Optional<Integer> messagesPerMinute,
        Optional<String> expectationWindow) {

    /// Copies the collections, so that a view never changes.
    public AccountView {
        brands = List.copyOf(brands);
        identity = Map.copyOf(identity);
        senders = List.copyOf(senders);
        templates = List.copyOf(templates);
        attestations = List.copyOf(attestations);
        licences = List.copyOf(licences);
    }

    /// The account that facts are about.
    static AccountView of(AccountFacts facts, Instant now) {
        return of(facts.account(), facts.level(now));
    }

    /// An account's state, with the standing that holds.
    static AccountView of(AccountState state, StandingLevel standing) {
        AccountProfile profile = state.profile();
        return new AccountView(
                state.id().value(),
                standing,
                profile.businessName(),
                profile.brands(),
                profile.email(),
                profile.country(),
                profile.address(),
                profile.identity(),
                profile.help(),
                profile.policy(),
                profile.packs(),
                profile.mode(),
                profile.handOff(),
                profile.parent().map(AccountId::value),
                profile.industry(),
                profile.tier(),
                profile.emergencyServiceProvider(),
                profile.senders(),
                profile.templates(),
                profile.attestations(),
                profile.licences(),
                profile.chatbot(),
                profile.messagesPerMinute(),
                profile.expectationWindow().map(Duration::toString));
    }
}
