package io.sendgate.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Every table of the suite as data: the one source for deployment, the embedded store and tests.
///
/// All key attributes are text. Tables are billed by request.
///
/// @param prefix what stands before every table's name, `sendgate-` for example
public record Tables(String prefix) {

    /// The index over entries that record an opt-out.
    public static final String OPT_OUTS = "opt-outs";

    /// The index over cases of one account, by id and so by time.
    public static final String BY_ACCOUNT = "by-account";

    /// The index over cases in one state, by id and so by time.
    public static final String BY_STATE = "by-state";

    /// All tables.
    public List<Table> all() {
        return Arrays.stream(TableName.values()).map(this::table).toList();
    }

    /// The name under which a table is deployed.
    public String name(TableName table) {
        return prefix + table.text();
    }

    /// The table deployed under this name; empty for a table that is none of the suite's.
    public Optional<TableName> named(String deployed) {
        return Arrays.stream(TableName.values())
                .filter(table -> name(table).equals(deployed))
                .findFirst();
    }

    /// The definition of a table.
    public Table table(TableName table) {
        return switch (table) {
            case RECIPIENTS ->
                    streamed(
                            table,
                            Key.of("tag", "entry"),
                            new Index(OPT_OUTS, Key.of("list", "time"), true));
            case ACCOUNTS -> plain(table, Key.of("id", "entry"));
            case FORMS -> plain(table, Key.of("id"));
            case CASES ->
                    streamed(
                            table,
                            Key.of("id"),
                            new Index(BY_ACCOUNT, Key.of("account", "id"), false),
                            new Index(BY_STATE, Key.of("state", "id"), false));
            case POLICIES -> streamed(table, Key.of("id", "version"));
            case AGENDA ->
                    new Table(
                            name(table),
                            Key.of("shard", "due"),
                            List.of(),
                            false,
                            Optional.of("ttl"));
        };
    }

    private Table plain(TableName table, Key key) {
        return new Table(name(table), key, List.of(), false, Optional.empty());
    }

    private Table streamed(TableName table, Key key, Index... indexes) {
        return new Table(name(table), key, List.of(indexes), true, Optional.empty());
    }

    /// A table.
    ///
    /// @param name the name it is deployed under
    /// @param streamed whether its changes are streamed, each with the new image
    /// @param expiry the attribute with the second after which an item may be dropped
    public record Table(
            String name, Key key, List<Index> indexes, boolean streamed, Optional<String> expiry) {

        /// Copies the list, so that a definition never changes.
        public Table {
            indexes = List.copyOf(indexes);
        }
    }

    /// A secondary index.
    ///
    /// @param keysOnly whether it carries the keys only, or the whole item
    public record Index(String name, Key key, boolean keysOnly) {}

    /// A primary key of one or two text attributes.
    ///
    /// @param sort the attribute that orders the items of one partition; empty for none
    public record Key(String partition, Optional<String> sort) {

        static Key of(String partition) {
            return new Key(partition, Optional.empty());
        }

        static Key of(String partition, String sort) {
            return new Key(partition, Optional.of(sort));
        }
    }
}
