package io.sendgate.account;

import io.sendgate.contact.Channel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What an account is: the document the operator puts.
///
/// @param country ISO 3166 alpha-2, where numbers without `+` are read
/// @param identity tax id, phone and the like, by name
/// @param policy the id of the acceptable-use policy it is under
/// @param packs law and carrier packs on top; empty `Optional` for the policy's own
/// @param mode whether decisions bind; empty for what the policy's status implies
/// @param parent the root account; empty for a root
/// @param messagesPerMinute the account's own sending rate
/// @param expectationWindow how long an opt-in without contact still counts as expected
public record AccountProfile(
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
        Optional<AccountId> parent,
        Optional<String> industry,
        Optional<String> tier,
        boolean emergencyServiceProvider,
        List<Sender> senders,
        List<Template> templates,
        List<Attestation> attestations,
        List<Licence> licences,
        Optional<Chatbot> chatbot,
        Optional<Integer> messagesPerMinute,
        Optional<Duration> expectationWindow) {

    /// Copies the collections, so that a profile never changes.
    public AccountProfile {
        brands = List.copyOf(brands);
        identity = Map.copyOf(identity);
        packs = packs.map(List::copyOf);
        senders = List.copyOf(senders);
        templates = List.copyOf(templates);
        attestations = List.copyOf(attestations);
        licences = List.copyOf(licences);
    }

    /// Every name under which a recipient may know the business.
    public List<String> names() {
        return Stream.concat(Stream.of(businessName), brands.stream()).distinct().toList();
    }

    /// The sender that a request names, if the account has it.
    public Optional<Sender> sender(String from, Channel channel) {
        return senders.stream().filter(sender -> sender.serves(from, channel)).findFirst();
    }

    /// Whether `name` is declared, whatever instant the declaration carries.
    ///
    /// An account's document speaks as it stands, also for a clock that was moved back behind it.
    public boolean attested(String name) {
        return attestations.stream().anyMatch(made -> made.name().equals(name));
    }
}
