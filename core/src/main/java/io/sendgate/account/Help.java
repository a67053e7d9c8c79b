package io.sendgate.account;

import java.util.Optional;

/// Where recipients find help.
public record Help(Optional<String> phone, Optional<String> url) {

    /// No contact at all.
    public static final Help NONE = new Help(Optional.empty(), Optional.empty());
}
