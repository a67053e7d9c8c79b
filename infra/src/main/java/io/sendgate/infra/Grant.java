package io.sendgate.infra;

import static io.sendgate.aws.TableName.ACCOUNTS;
import static io.sendgate.aws.TableName.AGENDA;
import static io.sendgate.aws.TableName.CASES;
import static io.sendgate.aws.TableName.FORMS;
import static io.sendgate.aws.TableName.POLICIES;
import static io.sendgate.aws.TableName.RECIPIENTS;

import io.sendgate.aws.TableName;
import io.sendgate.aws.Tables;

import java.util.List;

/// The calls of DynamoDB that a function may make on one table: what its code makes, no more.
///
/// @param indexes the indexes that it may query as well
/// @param attributes the only attributes that a call may name; none where it may name all
/// @param calls the names of the calls, `Query` for example
public record Grant(
        TableName table, List<String> indexes, List<String> attributes, List<String> calls) {

    private static final List<String> COUNTERS =
            List.of(
                    "id", "entry", "used", "sec", "lv", "recent", "ranges", "taken", "source",
                    "asked");

    /// Copies the lists, so that a grant never changes.
    public Grant {
        indexes = List.copyOf(indexes);
        attributes = List.copyOf(attributes);
        calls = List.copyOf(calls);
    }

    /// Everything that a function may do with the tables.
    ///
    /// `PutItem` on a ledger replaces nothing: the code puts on the condition that nothing is
    /// there. `UpdateItem` is granted on counters alone: it may name none of a ledger entry's
    /// own attributes.
    public static List<Grant> of(FunctionUnit unit) {
        return switch (unit) {
            case INBOUND_WEBHOOK ->
                    List.of(
                            on(RECIPIENTS, "Query", "PutItem"),
                            on(ACCOUNTS, "Query", "GetItem"),
                            on(POLICIES, "GetItem"));
            case CONSENT_CAPTURE ->
                    List.of(
                            on(RECIPIENTS, "Query", "GetItem", "PutItem"),
                            index(RECIPIENTS, Tables.OPT_OUTS),
                            on(ACCOUNTS, "Query"),
                            on(FORMS, "GetItem", "PutItem"),
                            on(POLICIES, "GetItem"));
            case CONSENT_REVIEW ->
                    List.of(
                            on(RECIPIENTS, "Query", "PutItem"),
                            on(ACCOUNTS, "Query"),
                            on(POLICIES, "GetItem"));
            case SEND_AUTHORIZATION ->
                    List.of(
                            on(
                                    RECIPIENTS,
                                    "DescribeTable",
                                    "Query",
                                    "GetItem",
                                    "BatchGetItem",
                                    "PutItem"),
                            on(ACCOUNTS, "Query"),
                            new Grant(ACCOUNTS, List.of(), COUNTERS, List.of("UpdateItem")),
                            on(POLICIES, "GetItem"));
            case ACCOUNT_STANDING ->
                    List.of(
                            on(RECIPIENTS, "DescribeTable", "Query", "GetItem", "PutItem", "Scan"),
                            on(ACCOUNTS, "Query", "GetItem", "PutItem", "Scan"),
                            on(CASES, "GetItem", "PutItem"),
                            index(CASES, Tables.BY_ACCOUNT, Tables.BY_STATE),
                            on(POLICIES, "GetItem", "PutItem"));
            case FREQUENCY_RESET ->
                    List.of(
                            on(
                                    RECIPIENTS,
                                    "DescribeTable",
                                    "Query",
                                    "GetItem",
                                    "PutItem",
                                    "DeleteItem"),
                            on(ACCOUNTS, "Query"),
                            new Grant(ACCOUNTS, List.of(), COUNTERS, List.of("UpdateItem")),
                            on(POLICIES, "GetItem"),
                            on(AGENDA, "Query", "DeleteItem"));
            case EVENT_RELAY -> List.of(on(RECIPIENTS, "Scan"), on(AGENDA, "BatchWriteItem"));
        };
    }

    private static Grant on(TableName table, String... calls) {
        return new Grant(table, List.of(), List.of(), List.of(calls));
    }

    private static Grant index(TableName table, String... indexes) {
        return new Grant(table, List.of(indexes), List.of(), List.of("Query"));
    }
}
