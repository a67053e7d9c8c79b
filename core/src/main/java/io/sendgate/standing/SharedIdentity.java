package io.sendgate.standing;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Sender;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By what two accounts are known to be the same business: e-mail, identity or sender, never the
/// name.
public final class SharedIdentity {

    private SharedIdentity() {}

    /// The marks of an account: two accounts that have one in common share an identity.
    ///
    /// Case, blanks and punctuation make no difference. They are in clear: hash them before they
    /// are kept beside other accounts'.
    public static Set<String> marks(AccountProfile profile) {
        Stream<String> emails =
                profile.email().map(email -> "email:" + lower(email.strip())).stream();
        Stream<String> identities =
                profile.identity().entrySet().stream()
                        .map(one -> lower(one.getKey()) + ":" + plain(one.getValue()))
                        .filter(mark -> !mark.endsWith(":"));
        Stream<String> senders =
                profile.senders().stream().map(Sender::id).map(id -> "sender:" + lower(id));
        return Stream.of(emails, identities, senders)
                .flatMap(marks -> marks)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String value) {
        return value.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
