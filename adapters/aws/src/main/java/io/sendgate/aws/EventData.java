package io.sendgate.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.contact.Term;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The data of an event on its way: members in the contract's own words, absent ones left out.
public final class EventData {

    private final ObjectNode members = JsonNodeFactory.instance.objectNode();

    /// No members yet.
    public EventData() {}

    /// A text.
    public EventData put(String name, String value) {
        members.put(name, value);
        return this;
    }

    /// A word of the contract.
    public EventData put(String name, Term value) {
        return put(name, value.term());
    }

    /// A whole number.
    public EventData put(String name, long value) {
        members.put(name, value);
        return this;
    }

    /// A yes or no.
    public EventData put(String name, boolean value) {
        members.put(name, value);
        return this;
    }

    /// An instant, in UTC.
    public EventData put(String name, Instant value) {
        return put(name, value.toString());
    }

    /// A text, where there is one.
    public EventData put(String name, Optional<String> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    /// An instant, where there is one.
    public EventData putTime(String name, Optional<Instant> value) {
        return put(name, value.map(Instant::toString));
    }

    /// Words of the contract, in order.
    public EventData put(String name, List<? extends Term> words) {
        return putTexts(name, words.stream().map(Term::term).toList());
    }

    /// Texts, in order.
    public EventData putTexts(String name, List<String> texts) {
        ArrayNode array = members.putArray(name);
        texts.forEach(array::add);
        return this;
    }

    ObjectNode done() {
        return members.deepCopy();
    }
}
