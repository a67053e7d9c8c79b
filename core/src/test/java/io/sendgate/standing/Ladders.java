package io.sendgate.standing;

import io.sendgate.message.MessageClass;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ladders of different makes, as documents might hold them.
final class Ladders {

    /// From a warning to the end, with appeals for thirty days.
    static final Ladder GRADUATED =
            new Ladder(
                    List.of(
                            rung(Action.WARN, Rung.Ending.OPTIONAL, Set.of(), true),
                            new Rung(
                                    Action.RESTRICT,
                                    "7.2",
                                    Rung.Ending.OPTIONAL,
                                    Set.of(MessageClass.MARKETING, MessageClass.CONVERSATIONAL),
                                    Set.of(MessageClass.MARKETING),
                                    true,
                                    false),
                            rung(Action.SUSPEND, Rung.Ending.OPTIONAL, Set.of(), true),
                            rung(Action.TERMINATE, Rung.Ending.NEVER, Set.of(), true),
                            rung(
                                    Action.HOLD,
                                    Rung.Ending.REQUIRED,
                                    Set.of(MessageClass.MARKETING),
                                    false),
                            rung(Action.REFER, Rung.Ending.NEVER, Set.of(), false)),
                    Optional.of(30),
                    10);

    /// Straight to a ban, which costs the fees; appeals for ever.
    static final Ladder DIRECT =
            new Ladder(
                    List.of(
                            rung(Action.SUSPEND, Rung.Ending.OPTIONAL, Set.of(), true),
                            new Rung(
                                    Action.TERMINATE,
                                    "20",
                                    Rung.Ending.NEVER,
                                    Set.of(),
                                    Set.of(),
                                    true,
                                    true)),
                    Optional.empty(),
                    10);

    /// Nothing but what every operator can do.
    static final Ladder BARE = new Ladder(List.of(), Optional.of(1), 1);

    private Ladders() {}

    private static Rung rung(
            Action action, Rung.Ending ending, Set<MessageClass> scopes, boolean isStrike) {
        return new Rung(action, "7.1", ending, scopes, Set.of(), isStrike, false);
    }
}
