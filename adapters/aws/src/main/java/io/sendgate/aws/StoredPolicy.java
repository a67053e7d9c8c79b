package io.sendgate.aws;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/// A published version of a policy as the store keeps it, for ever.
///
/// @param digest `sha256:` and the hex SHA-256 of the document's bytes
/// @param document the bytes as they were published
/// @param summary what has changed, in a sentence
/// @param effectiveAt the first instant at which it is in force
// Its bytes are copied in and out and compared by content, so it is a value all the same.
@SuppressWarnings("ArrayRecordComponent")
public record StoredPolicy(
        String id,
        String version,
        String digest,
        byte[] document,
        String summary,
        Instant effectiveAt) {

    /// Copies the bytes, so that a version never changes.
    public StoredPolicy {
        document = document.clone();
    }

    /// A copy of the bytes.
    @Override
    public byte[] document() {
        return document.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredPolicy that
                && id.equals(that.id)
                && version.equals(that.version)
                && digest.equals(that.digest)
                && Arrays.equals(document, that.document)
                && summary.equals(that.summary)
                && effectiveAt.equals(that.effectiveAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version, digest);
    }

    @Override
    public String toString() {
        return "StoredPolicy[" + id + " " + version + "]";
    }
}
