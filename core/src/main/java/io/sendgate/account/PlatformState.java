package io.sendgate.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What holds for every account, as the platform's newest ledger entry has it.
///
/// @param entry the number of that entry; 0 before the first
/// @param published policy versions published beside the seeded ones
/// @param blockedTags recipients nobody may write to, as tags under the platform's key
/// @param banned the identity marks of banned accounts, hashed, each with the case it was banned in
/// @param sendsClosed whether no send is allowed, as after a restore
/// @param extra members this version does not know, as JSON text, carried over untouched
public record PlatformState(
        long entry,
        List<Published> published,
        Set<String> blockedTags,
        boolean sendsClosed,
        Map<String, String> banned,
        Map<String, String> extra) {

    /// A platform on which nothing has happened yet.
    public static final PlatformState NEW =
            new PlatformState(0, List.of(), Set.of(), false, Map.of(), Map.of());

    /// Copies the collections, so that a state never changes.
    public PlatformState {
        published = List.copyOf(published);
        blockedTags = Set.copyOf(blockedTags);
        banned = Map.copyOf(banned);
        extra = Map.copyOf(extra);
    }

    /// This state with other blocked recipients, one entry later.
    public PlatformState withBlockedTags(Set<String> tags) {
        return new PlatformState(entry + 1, published, tags, sendsClosed, banned, extra);
    }

    /// This state with one more published version, one entry later.
    public PlatformState with(Published version) {
        List<Published> more = Stream.concat(published.stream(), Stream.of(version)).toList();
        return new PlatformState(entry + 1, more, blockedTags, sendsClosed, banned, extra);
    }

    /// The published version of that name.
    public Optional<Published> published(String id, String version) {
        return published.stream()
                .filter(one -> one.id().equals(id) && one.version().equals(version))
                .findFirst();
    }

    /// This state with other marks of banned accounts, one entry later.
    public PlatformState withBanned(Map<String, String> marks) {
        return new PlatformState(entry + 1, published, blockedTags, sendsClosed, marks, extra);
    }

    /// This state with the sends closed or open, one entry later.
    public PlatformState withSendsClosed(boolean closed) {
        return new PlatformState(entry + 1, published, blockedTags, closed, banned, extra);
    }

    /// This state with further members, as JSON texts, one entry later.
    public PlatformState withExtra(Map<String, String> further) {
        Map<String, String> more = new HashMap<>(extra);
        more.putAll(further);
        return new PlatformState(entry + 1, published, blockedTags, sendsClosed, banned, more);
    }

    /// A published version of a policy.
    ///
    /// @param digest `sha256:` and the hex SHA-256 of the document's bytes
    public record Published(String id, String version, String digest, Instant effectiveAt) {}
}
