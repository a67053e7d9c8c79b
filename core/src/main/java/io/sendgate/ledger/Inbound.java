package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Channel;

import java.time.Instant;
import java.util.List;

/// The last message a recipient sent to an account on a channel.
public record Inbound(AccountId account, Channel channel, Instant at) {

    /// Puts a message in place of the last one to the same account on the same channel, if it is
    /// newer.
    static void put(Inbound message, List<Inbound> messages) {
        List<Inbound> same =
                messages.stream()
                        .filter(one -> one.account.equals(message.account))
                        .filter(one -> one.channel == message.channel)
                        .toList();
        if (same.stream().allMatch(one -> one.at.isBefore(message.at))) {
            messages.removeAll(same);
            messages.add(message);
        }
    }
}
