package io.sendgate.local.store;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts' documents to store.
final class Profiles {

    private Profiles() {}

    /// A root account's document with these senders.
    static AccountProfile listing(String... senders) {
        return of(Optional.empty(), senders);
    }

    /// A sub-account's document with these senders.
    static AccountProfile under(AccountId parent, String... senders) {
        return of(Optional.of(parent), senders);
    }

    private static AccountProfile of(Optional<AccountId> parent, String... senders) {
        List<Sender> listed =
                Arrays.stream(senders)
                        .map(id -> new Sender(id, Channel.SMS, SenderType.TOLL_FREE))
                        .toList();
        return new AccountProfile(
                "Ada Plumbing",
                List.of("Ada's"),
                Optional.of("ops@ada-plumbing.example"),
                "US",
                Optional.empty(),
                Map.of(),
                Help.NONE,
                "customerflows",
                Optional.of(List.of()),
                Optional.empty(),
                HandOff.DIRECT,
                parent,
                Optional.empty(),
                Optional.empty(),
                false,
                listed,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(600),
                Optional.empty());
    }
}
