package io.sendgate.gate;

import io.sendgate.ledger.Entry;
import io.sendgate.ledger.Note;

import java.util.function.Function;

/// What is to be done about a recipient, decided on the newest entry.
///
/// @param <A> the answer it leads to
public sealed interface Plan<A> {

    /// The same plan with another answer.
    <B> Plan<B> map(Function<A, B> change);

    /// Append an entry; whoever loses the race decides again on the winner's.
    record Append<A>(Entry entry, A answer) implements Plan<A> {
        @Override
        public <B> Plan<B> map(Function<A, B> change) {
            return new Append<>(entry, change.apply(answer));
        }
    }

    /// Put a note; one of that key that is there already gives the answer.
    record Put<A>(Note note, A answer, Function<Note, A> existing) implements Plan<A> {
        @Override
        public <B> Plan<B> map(Function<A, B> change) {
            return new Put<>(note, change.apply(answer), existing.andThen(change));
        }
    }

    /// Answer; nothing changes.
    record Answer<A>(A answer) implements Plan<A> {
        @Override
        public <B> Plan<B> map(Function<A, B> change) {
            return new Answer<>(change.apply(answer));
        }
    }
}
