package io.sendgate.ledger;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Channel;
import java.time.Instant;

/// The last message a recipient sent to an account on a channel.
public record Inbound(AccountId account, Channel channel, Instant at) {}
