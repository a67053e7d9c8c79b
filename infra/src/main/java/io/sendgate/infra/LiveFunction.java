package io.sendgate.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;
import software.amazon.awscdk.services.lambda.InvokeMode;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;

import java.util.Map;
import java.util.Optional;

/// A function as it is deployed: its log, its versions, the alias that callers reach, its URL.
public final class LiveFunction {

    /// The alias that every caller, schedule and stream goes through.
    public static final String ALIAS = "live";

    private static final int ONE_CORE = 1769;
    private static final String HANDLER = "io.sendgate.lambda.SuiteHandler::handleRequest";

    private final FunctionUnit unit;
    private final LogGroup log;
    private final Function function;
    private final Alias alias;
    private final Optional<FunctionUrl> url;

    LiveFunction(
            Stack stack,
            FunctionUnit unit,
            FunctionRole role,
            Key logs,
            Packages.Package packaged,
            Map<String, String> environment) {
        this.unit = unit;
        String id = Settings.pascal(unit.text());
        this.log = log(stack, id, logs);
        role.logTo(log);
        this.function = function(stack, id, role, packaged, environment);
        this.alias =
                Alias.Builder.create(stack, id + "Live")
                        .aliasName(ALIAS)
                        .version(function.getCurrentVersion())
                        .build();
        this.url =
                unit.hasUrl()
                        ? Optional.of(
                                alias.addFunctionUrl(
                                        FunctionUrlOptions.builder()
                                                .authType(FunctionUrlAuthType.NONE)
                                                .invokeMode(InvokeMode.BUFFERED)
                                                .build()))
                        : Optional.empty();
    }

    private LogGroup log(Stack stack, String id, Key logs) {
        return LogGroup.Builder.create(stack, id + "Log")
                .logGroupName("/sendgate/" + unit.text())
                .retention(RetentionDays.ONE_MONTH)
                .encryptionKey(logs)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private Function function(
            Stack stack,
            String id,
            FunctionRole role,
            Packages.Package packaged,
            Map<String, String> environment) {
        Function made =
                Function.Builder.create(stack, id)
                        .functionName("sendgate-" + unit.text())
                        .description("Sendgate: " + unit.text())
                        .runtime(Runtime.JAVA_25)
                        .architecture(Architecture.ARM_64)
                        .handler(HANDLER)
                        .code(Code.fromAsset(packaged.file().toString()))
                        .role(role.role().withoutPolicyUpdates())
                        .memorySize(ONE_CORE)
                        .timeout(Duration.seconds(unit.timeout()))
                        .reservedConcurrentExecutions(unit.concurrency())
                        .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                        .tracing(Tracing.ACTIVE)
                        .logGroup(log)
                        .environment(environment)
                        .currentVersionOptions(
                                VersionOptions.builder()
                                        .removalPolicy(RemovalPolicy.RETAIN)
                                        .build())
                        .build();
        made.getNode().addDependency(role.policy());
        Suppressions.ofFunction(made);
        return made;
    }

    /// Which function it is.
    public FunctionUnit unit() {
        return unit;
    }

    /// The function itself.
    public Function function() {
        return function;
    }

    /// The alias of the version that is live.
    public Alias alias() {
        return alias;
    }

    /// The URL on the alias; empty where it has none.
    public Optional<FunctionUrl> url() {
        return url;
    }
}
