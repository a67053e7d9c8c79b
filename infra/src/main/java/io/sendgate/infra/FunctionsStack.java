package io.sendgate.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The functions, each with a role of its own, a log of its own and a share of the account's
/// concurrency.
public final class FunctionsStack extends Stack {

    private static final String OPTIONS =
            "--add-opens=java.base/java.lang=ALL-UNNAMED -Dhttp.maxConnections=64";

    private final DataStack data;
    private final EventsStack events;
    private final Key logs;
    private final CfnParameter operatorKeyHash;
    private final CfnParameter publicUrl;
    private final Map<FunctionUnit, LiveFunction> functions = new EnumMap<>(FunctionUnit.class);

    /// The stack over the data and the topic.
    public FunctionsStack(
            Construct scope, String id, Settings settings, DataStack data, EventsStack events) {
        super(scope, id, Settings.stack("The functions, their roles, logs and URLs"));
        this.data = data;
        this.events = events;
        this.logs = logs();
        this.operatorKeyHash = operatorKeyHash();
        this.publicUrl = publicUrl();
        Packages packages = new Packages(settings.root(), settings.root().resolve("infra/target"));
        for (FunctionUnit unit : FunctionUnit.values()) {
            functions.put(unit, function(unit, settings, packages.of(unit)));
        }
    }

    private LiveFunction function(FunctionUnit unit, Settings settings, Packages.Package packaged) {
        FunctionRole role = new FunctionRole(this, unit, data, events);
        LiveFunction function =
                new LiveFunction(this, unit, role, logs, packaged, environment(unit, settings));
        function.url()
                .map(FunctionUrl::getUrl)
                .ifPresent(
                        url ->
                                CfnOutput.Builder.create(this, Settings.pascal(unit.text()) + "Url")
                                        .value(url)
                                        .build());
        return function;
    }

    private Map<String, String> environment(FunctionUnit unit, Settings settings) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_TOOL_OPTIONS", OPTIONS);
        environment.put("SENDGATE_TABLE_PREFIX", settings.tablePrefix());
        if (unit.needsMasters()) {
            environment.put("SENDGATE_MASTERS_SECRET", data.masters().getSecretArn());
        }
        if (unit == FunctionUnit.ACCOUNT_STANDING) {
            environment.put("SENDGATE_MASTERS_BIND", "true");
        }
        if (unit.hasUrl()) {
            environment.put("SENDGATE_OPERATOR_KEY_HASH", operatorKeyHash.getValueAsString());
            environment.put("SENDGATE_PUBLIC_URL", publicUrl.getValueAsString());
        }
        if (!unit.decidesSends()) {
            environment.put("SENDGATE_RESTORE_GUARD", "false");
        }
        if (unit == FunctionUnit.INBOUND_WEBHOOK) {
            environment.put("SENDGATE_BACKLOG_URL", events.backlog().getQueueUrl());
        }
        if (unit == FunctionUnit.EVENT_RELAY) {
            environment.put("SENDGATE_TOPIC_ARN", events.topic().getTopicArn());
        }
        return environment;
    }

    private CfnParameter operatorKeyHash() {
        return CfnParameter.Builder.create(this, "OperatorKeyHash")
                .description("SHA-256 of the operator's key, base64url without padding")
                .allowedPattern("[A-Za-z0-9_-]{43}")
                .noEcho(true)
                .build();
    }

    private CfnParameter publicUrl() {
        return CfnParameter.Builder.create(this, "PublicUrl")
                .description("The front door's URL without a trailing slash; empty at first")
                .allowedPattern("|https://[A-Za-z0-9.-]+")
                .defaultValue("")
                .build();
    }

    private Key logs() {
        Key key =
                Key.Builder.create(this, "LogsKey")
                        .description("Sendgate: the functions' logs")
                        .enableKeyRotation(true)
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        String groups =
                "arn:%s:logs:%s:%s:log-group:/sendgate/*"
                        .formatted(getPartition(), getRegion(), getAccount());
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Logs")
                        .principals(
                                List.of(
                                        new ServicePrincipal(
                                                "logs." + getRegion() + ".amazonaws.com")))
                        .actions(
                                List.of(
                                        "kms:Encrypt",
                                        "kms:Decrypt",
                                        "kms:ReEncryptFrom",
                                        "kms:ReEncryptTo",
                                        "kms:GenerateDataKey",
                                        "kms:DescribeKey"))
                        .resources(List.of("*"))
                        .conditions(
                                Map.of(
                                        "ArnLike",
                                        Map.of("kms:EncryptionContext:aws:logs:arn", groups)))
                        .build());
        return key;
    }

    /// A function.
    public LiveFunction function(FunctionUnit unit) {
        return Objects.requireNonNull(functions.get(unit));
    }
}
