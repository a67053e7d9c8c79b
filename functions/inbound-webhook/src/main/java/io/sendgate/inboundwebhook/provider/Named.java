package io.sendgate.inboundwebhook.provider;

import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.ScopedId;

import java.util.Optional;
import java.util.stream.Stream;

/// How an event about WhatsApp names a person: by a number, by an id, or by both.
record Named(Optional<PhoneNumber> number, Optional<ScopedId> id) {

    /// Names as an event has them; an id that cannot be one is none.
    static Named of(Optional<PhoneNumber> number, Optional<String> id) {
        return new Named(number, id.flatMap(ScopedId::parse));
    }

    /// By the number where there is one.
    Optional<Person> person() {
        return number.<Person>map(known -> known).or(() -> id);
    }

    /// What the event says, after what its two names say.
    Stream<Heard> before(Heard said) {
        if (number.isEmpty() || id.isEmpty() || said instanceof Heard.Ignored) {
            return Stream.of(said);
        }
        return Stream.of(new Heard.SamePerson(id.get(), number.get()), said);
    }
}
