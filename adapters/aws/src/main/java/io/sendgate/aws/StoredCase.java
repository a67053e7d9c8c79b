package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseHistory;
import io.sendgate.wire.json.CaseCodec;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A case as the store keeps it: one item, whose history only grows.
///
/// @param account whom it is about; empty where nobody knows
/// @param records the lines of its history, each as the very text that the next line's hash is of
/// @param history the same, read
public record StoredCase(
        String id, Optional<AccountId> account, List<String> records, CaseHistory history) {

    private static final CaseCodec CODEC = new CaseCodec();

    /// Copies the list, so that a case never changes.
    public StoredCase {
        records = List.copyOf(records);
    }

    /// A new case.
    public static StoredCase opened(
            String id, Optional<AccountId> account, CaseEntry.Draft opening) {
        return of(id, account, List.of(CODEC.write(opening.at(1, Optional.empty()))));
    }

    /// A case of these lines.
    static StoredCase of(String id, Optional<AccountId> account, List<String> records) {
        return new StoredCase(
                id, account, records, new CaseHistory(records.stream().map(CODEC::read).toList()));
    }

    /// The same case, one line later.
    public StoredCase with(CaseEntry.Draft next) {
        CaseEntry entry = next.at(records.size() + 1, Optional.of(head()));
        List<String> longer = new ArrayList<>(records);
        longer.add(CODEC.write(entry));
        return of(id, account, longer);
    }

    /// The hash of its newest line, which stands for the whole history.
    public String head() {
        return hash(records.getLast());
    }

    /// The hash of a line: SHA-256 of its text, lower-case hex.
    public static String hash(String line) {
        return HexFormat.of().formatHex(Sha256.of(line));
    }
}
