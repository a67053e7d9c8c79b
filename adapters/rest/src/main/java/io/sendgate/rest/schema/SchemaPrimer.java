package io.sendgate.rest.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.quarkus.arc.Unremovable;
import io.sendgate.aws.Primer;

import jakarta.inject.Singleton;

/// Compiles every schema before the snapshot, by holding an empty body against it.
@Singleton
@Unremovable
public final class SchemaPrimer implements Primer {

    private final Schemas schemas;

    /// A primer of the schemas.
    public SchemaPrimer(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public void prime() {
        schemas.documents()
                .keySet()
                .forEach(name -> schemas.check(name, JsonNodeFactory.instance.objectNode()));
    }
}
