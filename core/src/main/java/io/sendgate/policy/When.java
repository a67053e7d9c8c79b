package io.sendgate.policy;

import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The filter every rule shares: which messages it speaks of. An empty set means any.
///
/// @param countries ISO 3166 alpha-2 codes of the recipient's country
/// @param regions subdivision letters of the recipient, `FL`; one of several possible is enough
/// @param emergencyServiceProvider what the account must be; empty for either
/// @param firstInConversation that it is a chatbot's first message after a silence of this length
/// @param broadcast whether it belongs to a broadcast
/// @param forAnotherBusiness whether a sub-account sends under a name that is not its root's
/// @param template what is asked of the template
/// @param heard whether the recipient has written lately
/// @param licence what the account has, or has not, on file
/// @param mentions what the text must hold, in any of these ways
public record When(
        Set<Channel> channels,
        Set<MessageClass> classes,
        Set<Purpose> purposes,
        Set<Origin> origins,
        Set<SenderType> senderTypes,
        Set<String> countries,
        Set<String> regions,
        Optional<Boolean> emergencyServiceProvider,
        Optional<Duration> firstInConversation,
        Optional<Boolean> broadcast,
        Optional<Boolean> forAnotherBusiness,
        Optional<OfTemplate> template,
        Optional<Heard> heard,
        Optional<OnFile> licence,
        Optional<Content.Mentions> mentions) {

    /// Any message.
    public static final When ALWAYS =
            new When(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
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

    /// Whether a template is named, and of which categories; no category means any.
    public record OfTemplate(boolean named, Set<String> categories) {

        /// Copies the set, so that it never changes.
        public OfTemplate {
            categories = Set.copyOf(categories);
        }
    }

    /// Whether the recipient has, or has not, written on the channel within a period.
    public record Heard(boolean so, Duration within) {}

    /// Whether the account has, or has not, a licence that holds.
    ///
    /// @param kinds the kinds that count; empty for all
    /// @param besides kinds that do not count
    public record OnFile(boolean so, Set<String> kinds, Set<String> besides) {

        /// Copies the sets, so that they never change.
        public OnFile {
            kinds = Set.copyOf(kinds);
            besides = Set.copyOf(besides);
        }

        /// Whether a licence of this kind counts.
        public boolean counts(String kind) {
            return (kinds.isEmpty() || kinds.contains(kind)) && !besides.contains(kind);
        }
    }
}
