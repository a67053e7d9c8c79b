package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Coverage;
import io.sendgate.contact.Channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A hosted opt-in form as the store keeps it.
///
/// @param id `form_…`
/// @param name the account's own name for it
/// @param disclosure the words a person agrees to
/// @param redirect where a browser goes afterwards
/// @param allowedOrigins sites whose pages may post to it
public record StoredForm(
        String id,
        AccountId account,
        String name,
        Channel channel,
        List<Coverage> purposes,
        String disclosure,
        Optional<String> redirect,
        List<String> allowedOrigins,
        Instant created) {

    /// Copies the lists, so that a form never changes.
    public StoredForm {
        purposes = List.copyOf(purposes);
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
