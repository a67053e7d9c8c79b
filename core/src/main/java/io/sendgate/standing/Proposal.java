package io.sendgate.standing;

import io.sendgate.contact.RecipientTag;
import io.sendgate.message.MessageClass;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What an operator would have done.
public sealed interface Proposal {

    /// The action it comes to.
    Action action();

    /// Something taken from the account.
    ///
    /// @param action `WARN`, `RESTRICT`, `SUSPEND`, `TERMINATE` or `HOLD`
    /// @param scope the classes of messages it is limited to; empty for the policy's usual
    /// @param until its end; empty until it is undone
    /// @param endUser the account's own user whom alone it is about; the strike is the account's
    ///     too
    record Restrain(
            Action action,
            Set<MessageClass> scope,
            Optional<Instant> until,
            Optional<String> endUser)
            implements Proposal {

        /// Copies the set, and refuses an action that takes nothing from an account.
        public Restrain {
            scope = Set.copyOf(scope);
            if (!Restraint.KINDS.contains(action)) {
                throw new IllegalArgumentException(
                        action.term() + " takes nothing from an account");
            }
        }
    }

    /// A recipient put out of reach.
    ///
    /// @param reach of whom
    record Block(RecipientTag recipient, RecipientBlock.Reach reach) implements Proposal {

        @Override
        public Action action() {
            return Action.BLOCK;
        }
    }

    /// What the case has done undone.
    ///
    /// @param target the one action to undo; empty for all of the case that can be
    record Lift(Optional<String> target) implements Proposal {

        @Override
        public Action action() {
            return Action.LIFT;
        }
    }

    /// The case closed without a finding.
    ///
    /// @param text the hash of the text under review, which is cleared by it; empty without one
    record Dismiss(Optional<String> text) implements Proposal {

        @Override
        public Action action() {
            return Action.DISMISS;
        }
    }

    /// The message under review let go.
    ///
    /// @param text the hash of its text, which is cleared by it; empty without one
    record Approve(Optional<String> text) implements Proposal {

        @Override
        public Action action() {
            return Action.APPROVE;
        }
    }

    /// The message under review not let go.
    record Refuse() implements Proposal {

        @Override
        public Action action() {
            return Action.REFUSE;
        }
    }

    /// The case passed on to the authorities.
    record Refer() implements Proposal {

        @Override
        public Action action() {
            return Action.REFER;
        }
    }
}
