package io.sendgate.account;

import io.sendgate.contact.Channel;

/// A number or name that an account sends from.
///
/// @param id a number in E.164, a short code's digits, or an alphanumeric name
public record Sender(String id, Channel channel, SenderType type) {

    /// Whether this is the sender that a request names.
    public boolean serves(String from, Channel on) {
        return id.equals(from) && channel.covers(on);
    }
}
