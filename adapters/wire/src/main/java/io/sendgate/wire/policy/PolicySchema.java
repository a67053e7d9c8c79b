package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import io.sendgate.wire.policy.InvalidPolicy.Fault;

import java.util.List;

/// The shape that every document must have.
final class PolicySchema {

    private PolicySchema() {}

    /// Where a document departs from it; empty where it does not.
    static List<Fault> faults(JsonNode document) {
        return Loaded.SCHEMA.validate(document).stream().map(PolicySchema::fault).toList();
    }

    private static Fault fault(ValidationMessage message) {
        return new Fault(message.getInstanceLocation().toString(), message.getError());
    }

    /// Loaded when first asked for: a gate that publishes nothing never pays for it.
    private static final class Loaded {
        static final JsonSchema SCHEMA = load();

        private static JsonSchema load() {
            SchemaValidatorsConfig config =
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .formatAssertionsEnabled(true)
                            .build();
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(ClassPath.json("policies/policy.schema.json"), config);
        }
    }
}
