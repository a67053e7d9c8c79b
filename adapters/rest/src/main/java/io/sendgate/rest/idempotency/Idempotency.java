package io.sendgate.rest.idempotency;

import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;

import java.util.List;
import java.util.Optional;

/// By what a repeat of a request is known.
///
/// The core hashes account and key together and makes note keys of it; two requests with one key
/// are the same where their `bodyHash` is.
///
/// @param key the caller's `Idempotency-Key`, 1 to 255 characters
/// @param bodyHash the hash of [io.sendgate.rest.schema.Body]: formatting does not matter
public record Idempotency(Optional<String> key, String bodyHash) {

    /// The header's name.
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /// What the request's headers and body say.
    ///
    /// @param headers every value of the header
    /// @throws ProblemException 400 `invalid-parameter` for a key that is empty, too long, or given
    ///     twice
    public static Idempotency of(List<String> headers, String bodyHash) {
        return new Idempotency(key(headers), bodyHash);
    }

    /// The key that a request's headers name; empty where there is none.
    ///
    /// @throws ProblemException as [#of]
    public static Optional<String> key(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        String key = headers.getFirst();
        if (headers.size() > 1 || key.isEmpty() || key.length() > LONGEST || !isText(key)) {
            throw Problem.invalidParameter(
                            HEADER, "must be given once, with 1 to " + LONGEST + " characters")
                    .toException();
        }
        return Optional.of(key);
    }

    /// The identity of a batch's item: `<key>/<i>`, with the item's own body.
    ///
    /// @param batchKey the batch's key
    public static Idempotency ofItem(Optional<String> batchKey, int index, String bodyHash) {
        return new Idempotency(batchKey.map(key -> key + "/" + index), bodyHash);
    }

    /// The answer where a key comes back with another body: 422.
    public static ProblemException reused() {
        return Problem.of(ProblemType.IDEMPOTENCY_KEY_REUSED).toException();
    }

    private static boolean isText(String key) {
        return key.chars().noneMatch(Character::isISOControl);
    }
}
