package io.sendgate.aws;

import io.sendgate.gate.FactsUnavailable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An item of a table as it is read: attributes by name, those it does not know left alone.
///
/// @param attributes every attribute that came back
record Item(Map<String, AttributeValue> attributes) {

    /// An item to fill.
    static Draft draft() {
        return new Draft();
    }

    /// A text that may be absent.
    Optional<String> find(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
    }

    /// A text that must be there.
    ///
    /// @throws FactsUnavailable where it is not
    String text(String name) {
        return find(name).orElseThrow(() -> lacking(name));
    }

    /// A whole number that may be absent.
    Optional<Long> number(String name) {
        return Optional.ofNullable(attributes.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }

    /// A list of texts; empty where it is absent.
    List<String> texts(String name) {
        return Optional.ofNullable(attributes.get(name)).stream()
                .flatMap(list -> list.l().stream())
                .map(AttributeValue::s)
                .toList();
    }

    /// Bytes that must be there.
    ///
    /// @throws FactsUnavailable where they are not
    byte[] bytes(String name) {
        return Optional.ofNullable(attributes.get(name))
                .map(AttributeValue::b)
                .map(SdkBytes::asByteArray)
                .orElseThrow(() -> lacking(name));
    }

    /// An instant that must be there.
    ///
    /// @throws FactsUnavailable where it is not
    Instant time(String name) {
        return Instant.parse(text(name));
    }

    /// An instant that may be absent.
    Optional<Instant> findTime(String name) {
        return find(name).map(Instant::parse);
    }

    private static FactsUnavailable lacking(String name) {
        return new FactsUnavailable("a stored item lacks its attribute " + name);
    }

    /// An item on its way to the store.
    static final class Draft {

        private final Map<String, AttributeValue> attributes = new HashMap<>();

        Draft text(String name, String value) {
            attributes.put(name, AttributeValue.fromS(value));
            return this;
        }

        Draft text(String name, Optional<String> value) {
            value.ifPresent(present -> text(name, present));
            return this;
        }

        Draft number(String name, long value) {
            attributes.put(name, AttributeValue.fromN(Long.toString(value)));
            return this;
        }

        Draft bytes(String name, byte[] value) {
            attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
            return this;
        }

        Draft texts(String name, List<String> values) {
            attributes.put(
                    name,
                    AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
            return this;
        }

        Draft time(String name, Instant value) {
            return text(name, Stamp.of(value));
        }

        Draft time(String name, Optional<Instant> value) {
            return text(name, value.map(Stamp::of));
        }

        Map<String, AttributeValue> done() {
            return Map.copyOf(attributes);
        }
    }
}
