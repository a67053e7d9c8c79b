package io.sendgate.infra;

import io.sendgate.aws.TableName;
import io.sendgate.aws.Tables;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What must outlive everything else: the tables, the key they are encrypted with, the masters.
public final class DataStack extends Stack {

    private final Key key;
    private final Secret masters;
    private final Map<TableName, Table> tables = new EnumMap<>(TableName.class);

    /// The stack over the suite's one definition of its tables.
    public DataStack(Construct scope, String id, Tables definitions) {
        super(scope, id, Settings.stack("The tables, their key and the master keys: retained"));
        this.key =
                Key.Builder.create(this, "Key")
                        .description("Sendgate: the tables and the master keys")
                        .enableKeyRotation(true)
                        .rotationPeriod(Duration.days(365))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        for (TableName name : TableName.values()) {
            tables.put(name, table(name, definitions.table(name)));
        }
        this.masters =
                Secret.Builder.create(this, "Masters")
                        .description("Sendgate: the two master keys, put here by the operator")
                        .encryptionKey(key)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        CfnOutput.Builder.create(this, "MastersArn").value(masters.getSecretArn()).build();
        Suppressions.ofMasters(masters);
    }

    private Table table(TableName name, Tables.Table definition) {
        Table.Builder table =
                Table.Builder.create(this, Settings.pascal(name.text()))
                        .tableName(definition.name())
                        .partitionKey(text(definition.key().partition()))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .encryption(TableEncryption.CUSTOMER_MANAGED)
                        .encryptionKey(key)
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .build())
                        .deletionProtection(true)
                        .removalPolicy(RemovalPolicy.RETAIN);
        definition.key().sort().map(DataStack::text).ifPresent(table::sortKey);
        definition.expiry().ifPresent(table::timeToLiveAttribute);
        if (definition.streamed()) {
            table.stream(StreamViewType.NEW_IMAGE);
        }
        Table made = table.build();
        definition.indexes().stream().map(DataStack::index).forEach(made::addGlobalSecondaryIndex);
        return made;
    }

    private static GlobalSecondaryIndexProps index(Tables.Index index) {
        GlobalSecondaryIndexProps.Builder made =
                GlobalSecondaryIndexProps.builder()
                        .indexName(index.name())
                        .partitionKey(text(index.key().partition()))
                        .projectionType(
                                index.keysOnly() ? ProjectionType.KEYS_ONLY : ProjectionType.ALL);
        index.key().sort().map(DataStack::text).ifPresent(made::sortKey);
        return made.build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    /// The key that the tables and the masters are encrypted with.
    public Key key() {
        return key;
    }

    /// The secret that holds the master keys.
    public Secret masters() {
        return masters;
    }

    /// A table.
    public Table table(TableName name) {
        return Objects.requireNonNull(tables.get(name));
    }
}
