package io.sendgate.gate;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Help;
import io.sendgate.language.IntentClassifier;
import io.sendgate.policy.PolicySet;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts of the replies that a recipient is owed, from the policy's own words.
public final class Replies {

    private static final String USUAL = "en";

    private Replies() {}

    /// A reply that is owed.
    ///
    /// @param kind `opt-out-confirmation`, `opt-in-confirmation`, `help`, `opt-in-confirmed` …
    /// @param text what it says
    /// @param publicText the same without a telephone number, as events carry it
    public record Reply(String kind, String text, String publicText) {}

    /// The reply of a kind for an account.
    ///
    /// @throws IllegalArgumentException where no document has such a reply
    public static Reply of(String kind, AccountProfile profile, PolicySet policies) {
        return of(kind, profile, policies, IntentClassifier.NONE, Optional.empty());
    }

    /// The reply of a kind for an account, in a language where there is one in it.
    ///
    /// The documents speak the platform's own language; a list is asked first for any other.
    ///
    /// @throws IllegalArgumentException where no document and no list has such a reply
    public static Reply of(
            String kind,
            AccountProfile profile,
            PolicySet policies,
            IntentClassifier lists,
            Optional<String> language) {
        String words =
                language.filter(spoken -> !spoken.equals(USUAL))
                        .flatMap(spoken -> lists.reply(spoken, kind))
                        .or(() -> Optional.ofNullable(policies.policy().replies().get(kind)))
                        .or(() -> Optional.ofNullable(policies.own().replies().get(kind)))
                        .or(() -> lists.reply(USUAL, kind))
                        .orElseThrow(
                                () -> new IllegalArgumentException("no reply of kind " + kind));
        Help help = profile.help();
        String everyContact =
                contact(Stream.of(help.phone(), help.url(), profile.email()), profile);
        String publicContact = contact(Stream.of(help.url(), profile.email()), profile);
        return new Reply(
                kind, fill(words, profile, everyContact), fill(words, profile, publicContact));
    }

    private static String contact(Stream<Optional<String>> ways, AccountProfile profile) {
        String known = ways.flatMap(Optional::stream).collect(Collectors.joining(" or "));
        return known.isEmpty() ? profile.businessName() : known;
    }

    private static String fill(String words, AccountProfile profile, String contact) {
        return words.replace("{business}", profile.businessName()).replace("{contact}", contact);
    }
}
