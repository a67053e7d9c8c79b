package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Person;
import io.sendgate.gate.Receipt;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The table by which a provider's receipts are read.
///
/// @param failed statuses, lower case, that mean that the person did not get the message
/// @param optOut statuses and error codes that say that the person has opted out at the provider
record Receipts(String provider, Set<String> failed, Set<String> optOut) {

    private static final int LONGEST_STATUS = 40;
    private static final int LONGEST_CODE = 64;
    private static final String AUTHORIZATION = "auth_";
    private static final int LONGEST_AUTHORIZATION = 128;

    /// A receipt by this table.
    ///
    /// @param authorization text of ours that came back with it, an authorization's id or anything
    ///     else
    Heard.Delivery read(
            String messageId,
            Person to,
            String status,
            Optional<String> code,
            Optional<String> authorization) {
        String word = word(status);
        return new Heard.Delivery(
                new Receipt(
                        provider,
                        Texts.id(messageId),
                        to,
                        word,
                        failed.contains(word),
                        optOut.contains(word) || code.filter(optOut::contains).isPresent(),
                        code.map(text -> Texts.shortened(text, LONGEST_CODE)),
                        authorization.filter(Receipts::isAuthorization)));
    }

    /// The code that matters most among several: one that says "opted out", else the first.
    Optional<String> code(List<String> codes) {
        return codes.stream().filter(optOut::contains).findFirst().or(() -> first(codes));
    }

    private static Optional<String> first(List<String> codes) {
        return codes.stream().findFirst();
    }

    /// The authorization that the URL of a status callback names.
    static Optional<String> authorization(RawRequest request) {
        return request.query().flatMap(query -> Form.parse(query).text("authorization"));
    }

    private static boolean isAuthorization(String text) {
        return text.startsWith(AUTHORIZATION) && text.length() <= LONGEST_AUTHORIZATION;
    }

    /// A status as a word: lower case, only what a key may hold.
    private static String word(String status) {
        String lower = Texts.shortened(status.strip().toLowerCase(Locale.ROOT), LONGEST_STATUS);
        StringBuilder word = new StringBuilder(lower.length());
        lower.chars().forEach(c -> word.append(isPlain(c) ? (char) c : '-'));
        return word.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
