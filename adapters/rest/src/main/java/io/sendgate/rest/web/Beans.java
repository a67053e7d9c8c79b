package io.sendgate.rest.web;

import io.quarkus.arc.DefaultBean;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.schema.Bodies;
import io.sendgate.rest.schema.Schemas;
import io.sendgate.wire.phone.PhoneNumbers;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Optional;

/// What the HTTP side of every function shares.
final class Beans {

    Beans() {}

    /// Every schema, compiled once.
    @Produces
    @Singleton
    static Schemas schemas() {
        return Schemas.load();
    }

    /// The reader of bodies.
    @Produces
    @Singleton
    static Bodies bodies(Schemas schemas) {
        return new Bodies(schemas);
    }

    /// The reader of numbers.
    @Produces
    @Singleton
    @DefaultBean
    static NumberReader numbers() {
        return (text, country) ->
                switch (PhoneNumbers.parse(text, Optional.of(country))) {
                    case PhoneNumbers.Parsed parsed ->
                            Optional.of(new NumberReader.Reading(parsed.number(), parsed.valid()));
                    case PhoneNumbers.Unparseable none -> Optional.empty();
                };
    }
}
