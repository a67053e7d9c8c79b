package io.sendgate.wire.policy;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;

import java.util.List;
import java.util.Optional;

/// The profiles of a case's family: the sub-account of the case, and a root that differs from it.
final class CaseFamily {

    private CaseFamily() {}

    /// The account as a child of `root`.
    static AccountProfile child(AccountProfile account, AccountId root) {
        return with(
                account,
                account.businessName(),
                account.brands(),
                Optional.of(root),
                account.attestations());
    }

    /// The root of the account's family.
    static AccountProfile root(AccountProfile account, CaseFile.Root root) {
        return with(
                account, root.businessName(), root.brands(), Optional.empty(), root.attestations());
    }

    private static AccountProfile with(
            AccountProfile account,
            String businessName,
            List<String> brands,
            Optional<AccountId> parent,
            List<Attestation> attestations) {
        return new AccountProfile(
                businessName,
                brands,
                account.email(),
                account.country(),
                account.address(),
                account.identity(),
                account.help(),
                account.policy(),
                account.packs(),
                account.mode(),
                account.handOff(),
                parent,
                account.industry(),
                account.tier(),
                account.emergencyServiceProvider(),
                account.senders(),
                account.templates(),
                attestations,
                account.licences(),
                account.chatbot(),
                account.messagesPerMinute(),
                account.expectationWindow());
    }
}
