package io.sendgate.policy;

import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import java.util.Optional;
import java.util.Set;

/// The filter every rule shares: which messages it speaks of. An empty set means any.
///
/// @param countries ISO 3166 alpha-2 codes of the recipient's country
/// @param regions subdivision letters of the recipient, `FL`
/// @param emergencyServiceProvider what the account must be; empty for either
public record When(
        Set<Channel> channels,
        Set<MessageClass> classes,
        Set<Purpose> purposes,
        Set<Origin> origins,
        Set<SenderType> senderTypes,
        Set<String> countries,
        Set<String> regions,
        Optional<Boolean> emergencyServiceProvider,
        Optional<Boolean> firstInConversation) {

    /// Any message.
    public static final When ALWAYS =
            new When(
                    Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(),
                    Optional.empty());

    /// Copies the sets, so that a filter never changes.
    public When {
        channels = Set.copyOf(channels);
        classes = Set.copyOf(classes);
        purposes = Set.copyOf(purposes);
        origins = Set.copyOf(origins);
        senderTypes = Set.copyOf(senderTypes);
        countries = Set.copyOf(countries);
        regions = Set.copyOf(regions);
    }
}
