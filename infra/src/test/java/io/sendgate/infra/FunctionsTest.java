package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.config.SendgateConfig;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class FunctionsTest {

    private static final Set<String> URL_PERMISSIONS =
            Set.of("lambda:InvokeFunctionUrl", "lambda:InvokeFunction");

    private final List<Templates.Resource> functions = Templates.all("AWS::Lambda::Function");

    @Test
    void thereIsOneFunctionForEachFolder() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("../functions"))) {
            assertThat(functions.stream().map(f -> f.text("FunctionName")))
                    .containsExactlyInAnyOrderElementsOf(
                            folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                                    .map(folder -> "sendgate-" + folder.getFileName())
                                    .toList());
        }
    }

    @Test
    void everyFunctionRunsJava25OnArmFromASnapshot() {
        assertThat(functions)
                .allMatch(f -> f.text("Runtime").equals("java25"))
                .allMatch(f -> f.properties().at("/Architectures/0").asText().equals("arm64"))
                .allMatch(
                        f ->
                                f.properties()
                                        .at("/SnapStart/ApplyOn")
                                        .asText()
                                        .equals("PublishedVersions"))
                .allMatch(
                        f ->
                                variables(f)
                                        .path("JAVA_TOOL_OPTIONS")
                                        .asText()
                                        .contains("--add-opens=java.base/java.lang=ALL-UNNAMED"));
    }

    @Test
    void everyFunctionHasReservedConcurrencyThatLeavesSomeOfADefaultAccount() {
        assertThat(functions)
                .allMatch(f -> f.properties().path("ReservedConcurrentExecutions").asInt() > 0);
        assertThat(
                        functions.stream()
                                .mapToInt(
                                        f ->
                                                f.properties()
                                                        .path("ReservedConcurrentExecutions")
                                                        .asInt())
                                .sum())
                .isLessThanOrEqualTo(900);
    }

    @Test
    void everyFunctionIsReachedThroughAnAlias() {
        assertThat(Templates.all("AWS::Lambda::Alias"))
                .hasSameSizeAs(functions)
                .allMatch(alias -> alias.text("Name").equals("live"))
                .allMatch(
                        alias ->
                                alias.properties()
                                        .at("/FunctionVersion/Fn::GetAtt/1")
                                        .asText()
                                        .equals("Version"));
    }

    private static List<Templates.Resource> permissions() {
        return Templates.all("AWS::Lambda::Permission").stream()
                .filter(one -> one.stack().equals("sendgate-functions"))
                .toList();
    }

    @Test
    void everyUrlIsOnTheAliasAndHasBothPermissions() {
        List<Templates.Resource> urls = Templates.all("AWS::Lambda::Url");
        assertThat(urls)
                .hasSize(5)
                .allMatch(url -> url.text("AuthType").equals("NONE"))
                .allMatch(url -> url.text("Qualifier").equals("live"));
        assertThat(
                        permissions().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                p -> p.properties().path("FunctionName"),
                                                Collectors.mapping(
                                                        p -> p.text("Action"),
                                                        Collectors.toSet()))))
                .hasSameSizeAs(urls)
                .allSatisfy((alias, actions) -> assertThat(actions).isEqualTo(URL_PERMISSIONS));
    }

    @Test
    void theSecondPermissionIsOnlyForCallsThroughTheUrl() {
        assertThat(permissions())
                .filteredOn(p -> p.text("Action").equals("lambda:InvokeFunction"))
                .isNotEmpty()
                .allMatch(p -> p.properties().path("InvokedViaFunctionUrl").asBoolean());
    }

    @Test
    void everyLogIsKeptForAMonthUnderAKey() {
        assertThat(Templates.all("AWS::Logs::LogGroup"))
                .hasSameSizeAs(functions)
                .allMatch(log -> log.properties().path("RetentionInDays").asInt() == 30)
                .allMatch(log -> !log.properties().path("KmsKeyId").isMissingNode());
        assertThat(functions)
                .allMatch(f -> !f.properties().at("/LoggingConfig/LogGroup").isMissingNode());
    }

    @Test
    void everySettingHandedToAFunctionIsOneThatTheSuiteKnows() {
        Set<String> known = settings(SendgateConfig.class, "SENDGATE_").collect(Collectors.toSet());
        assertThat(functions.stream().flatMap(FunctionsTest::settings))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    @Test
    void theMasterKeysAreBoundByTheOneFunctionThatWritesThePlatformsLedger() {
        assertThat(functions)
                .filteredOn(f -> variables(f).has("SENDGATE_MASTERS_BIND"))
                .singleElement()
                .matches(f -> f.text("FunctionName").equals("sendgate-account-standing"));
    }

    @Test
    void everyFunctionIsEnteredByTheSuitesOwnHandler() {
        assertThat(functions)
                .allMatch(
                        f ->
                                f.text("Handler")
                                        .equals("io.sendgate.lambda.SuiteHandler::handleRequest"));
    }

    private static JsonNode variables(Templates.Resource function) {
        return function.properties().at("/Environment/Variables");
    }

    private static Stream<String> settings(Templates.Resource function) {
        return variables(function).properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith("SENDGATE_"));
    }

    private static Stream<String> settings(Class<?> group, String prefix) {
        return Arrays.stream(group.getDeclaredMethods())
                .flatMap(method -> settings(method, prefix));
    }

    private static Stream<String> settings(Method method, String prefix) {
        String name =
                prefix + method.getName().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
        return method.getReturnType().getName().startsWith("io.sendgate")
                ? settings(method.getReturnType(), name + "_")
                : Stream.of(name);
    }
}
