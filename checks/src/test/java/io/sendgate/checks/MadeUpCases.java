package io.sendgate.checks;

import io.sendgate.account.AccountId;
import io.sendgate.aws.StoredCase;
import io.sendgate.aws.StreamedItem;
import io.sendgate.aws.TableName;
import io.sendgate.contact.RecipientTag;
import io.sendgate.message.MessageClass;
import io.sendgate.standing.Action;
import io.sendgate.standing.Appeal;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.CaseHistory;
import io.sendgate.standing.Measure;
import io.sendgate.standing.Order;
import io.sendgate.standing.RecipientBlock;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.Step;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Cases whose newest line is of every kind, each as the table's stream shows it.
final class MadeUpCases {

    private static final Instant NOW = MadeUpChanges.NOW;
    private static final String CASE = "case_06GZ8C3F9MT0QW4XK2RVB7HNJE";
    private static final String ACTION = "act_06GZ8C9M2BYD5T7VQ1KXW3HRNZ";
    private static final String EARLIER = "act_06GZ8BZZ1KQ2W3E4R5T6Y7P8AS";
    private static final Appeal APPEAL =
            new Appeal("app_06GZ8DBT4PA6S9EJ0MCYX5KQVF", ACTION, NOW, NOW.plusSeconds(60), false);
    private static final Order ORDER = new Order(ACTION, CASE, "F7.2.2", NOW);

    private MadeUpCases() {}

    /// All of them, of each kind and each action at least one.
    static Stream<StoredCase> all() {
        StoredCase acted = acted(Action.RESTRICT);
        StoredCase appealed =
                acted.with(line(CaseEntry.Kind.APPEALED, new Step.Appealed(APPEAL), Map.of()));
        Stream<StoredCase> others =
                Stream.of(
                        opened(Optional.empty()),
                        opened(Optional.of(MadeUpChanges.ADA)),
                        appealed,
                        appealed.with(overdue()),
                        appealed.with(answered(true)),
                        appealed.with(answered(false)));
        return Stream.concat(Arrays.stream(Action.values()).map(MadeUpCases::acted), others);
    }

    /// A case as the stream shows its newest write.
    static StreamedItem streamed(StoredCase one) {
        AttributeValue lines =
                AttributeValue.fromL(one.records().stream().map(AttributeValue::fromS).toList());
        AttributeValue state = AttributeValue.fromS(one.history().state().term());
        AttributeValue id = AttributeValue.fromS(one.id());
        Map<String, AttributeValue> image =
                one.account()
                        .map(AccountId::value)
                        .map(AttributeValue::fromS)
                        .map(
                                account ->
                                        Map.of(
                                                "id", id, "account", account, "state", state,
                                                "history", lines))
                        .orElseGet(() -> Map.of("id", id, "state", state, "history", lines));
        return new StreamedItem(TableName.CASES, "1", false, image);
    }

    private static StoredCase opened(Optional<AccountId> account) {
        return StoredCase.opened(
                CASE,
                account,
                new CaseEntry.Draft(
                        CaseEntry.Kind.OPENED,
                        CASE,
                        NOW,
                        "public",
                        "Call me back on +1 512 555 0101",
                        Map.of("origin", "report", CaseHistory.DUE, NOW.toString()),
                        Optional.empty()));
    }

    private static StoredCase acted(Action action) {
        boolean ends = action == Action.LIFT || action == Action.DISMISS;
        Step step =
                new Step.Acted(
                        ORDER, action, taken(action), true, ends ? Set.of(EARLIER) : Set.of());
        return opened(Optional.of(MadeUpChanges.ADA))
                .with(line(CaseEntry.Kind.ACTED, step, Map.of("clause", "F7.2.2")));
    }

    private static Optional<Measure> taken(Action action) {
        return switch (action) {
            case WARN, RESTRICT, SUSPEND, HOLD ->
                    Optional.of(restraint(action, Optional.of(NOW.plusSeconds(60))));
            case TERMINATE -> Optional.of(restraint(action, Optional.empty()));
            case BLOCK ->
                    Optional.of(
                            new RecipientBlock(
                                    ORDER,
                                    new RecipientTag("04AB3DEFGH5JKMNPQRSTVWXY"),
                                    RecipientBlock.Reach.values()[0]));
            case LIFT, DISMISS, REFER, APPROVE, REFUSE -> Optional.empty();
        };
    }

    private static Measure restraint(Action action, Optional<Instant> until) {
        Set<MessageClass> scope =
                action == Action.RESTRICT ? Set.of(MessageClass.MARKETING) : Set.of();
        return new Restraint(ORDER, action, scope, until, Optional.empty(), false);
    }

    private static CaseEntry.Draft overdue() {
        return new CaseEntry.Draft(
                CaseEntry.Kind.OVERDUE,
                APPEAL.id(),
                NOW,
                "sweep",
                "The answer to an appeal is overdue",
                Map.of(CaseHistory.DUE, NOW.toString()),
                Optional.empty());
    }

    private static CaseEntry.Draft answered(boolean isGranted) {
        return line(CaseEntry.Kind.ANSWERED, new Step.Answered(APPEAL, isGranted, NOW), Map.of());
    }

    private static CaseEntry.Draft line(CaseEntry.Kind kind, Step step, Map<String, String> facts) {
        return new CaseEntry.Draft(
                kind, step.id(), NOW, "ada", "Said on 21 November", facts, Optional.of(step));
    }
}
