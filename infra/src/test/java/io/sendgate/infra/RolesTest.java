package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RolesTest {

    /// Function by function, table by table: the calls that the design allows.
    private static final Map<String, Map<String, Set<String>>> DESIGN =
            Map.of(
                    "InboundWebhook",
                    Map.of(
                            "Recipients", Set.of("Query", "PutItem"),
                            "Accounts", Set.of("Query", "GetItem"),
                            "Policies", Set.of("GetItem")),
                    "ConsentCapture",
                    Map.of(
                            "Recipients", Set.of("Query", "GetItem", "PutItem"),
                            "Accounts", Set.of("Query"),
                            "Forms", Set.of("GetItem", "PutItem"),
                            "Policies", Set.of("GetItem")),
                    "ConsentReview",
                    Map.of(
                            "Recipients", Set.of("Query", "PutItem"),
                            "Accounts", Set.of("Query"),
                            "Policies", Set.of("GetItem")),
                    "SendAuthorization",
                    Map.of(
                            "Recipients",
                                    Set.of(
                                            "DescribeTable",
                                            "Query",
                                            "GetItem",
                                            "BatchGetItem",
                                            "PutItem"),
                            "Accounts", Set.of("Query", "UpdateItem"),
                            "Policies", Set.of("GetItem")),
                    "AccountStanding",
                    Map.of(
                            "Recipients",
                                    Set.of("DescribeTable", "Query", "GetItem", "PutItem", "Scan"),
                            "Accounts", Set.of("Query", "GetItem", "PutItem", "Scan"),
                            "Cases", Set.of("Query", "GetItem", "PutItem"),
                            "Policies", Set.of("GetItem", "PutItem")),
                    "FrequencyReset",
                    Map.of(
                            "Recipients",
                                    Set.of(
                                            "DescribeTable",
                                            "Query",
                                            "GetItem",
                                            "PutItem",
                                            "DeleteItem"),
                            "Accounts", Set.of("Query", "UpdateItem"),
                            "Policies", Set.of("GetItem"),
                            "Agenda", Set.of("Query", "DeleteItem")),
                    "EventRelay",
                    Map.of(
                            "Recipients", Set.of("Scan"),
                            "Agenda", Set.of("BatchWriteItem")));

    private static final Set<String> WITHOUT_A_RESOURCE =
            Set.of("dynamodb:ListStreams", "xray:PutTraceSegments", "xray:PutTelemetryRecords");

    private static final String ATTRIBUTES =
            "/Condition/ForAllValues:StringEquals/dynamodb:Attributes";

    private final List<Templates.Resource> policies =
            Templates.all("AWS::IAM::Policy").stream()
                    .filter(policy -> policy.stack().equals("sendgate-functions"))
                    .toList();

    @Test
    void everyRoleHoldsExactlyTheCallsAndTablesOfTheDesign() {
        Map<String, Map<String, Set<String>>> granted =
                policies.stream().collect(Collectors.toMap(RolesTest::function, RolesTest::calls));
        assertThat(granted).isEqualTo(DESIGN);
    }

    @Test
    void everyFunctionHasARoleOfItsOwnAndNothingThatTheProviderWrote() {
        List<Templates.Resource> roles = Templates.all("AWS::IAM::Role");
        assertThat(roles).allMatch(role -> !role.properties().has("ManagedPolicyArns"));
        assertThat(policies).allMatch(policy -> policy.properties().path("Roles").size() == 1);
        assertThat(
                        Templates.all("AWS::Lambda::Function").stream()
                                .map(f -> f.properties().path("Role").toString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void noActionIsAWildcard() {
        assertThat(
                        Templates.all("AWS::IAM::Policy").stream()
                                .flatMap(RolesTest::statements)
                                .flatMap(RolesTest::actions))
                .isNotEmpty()
                .noneMatch(action -> action.contains("*"));
    }

    @Test
    void nothingIsGrantedOnEverythingButTracesAndTheListOfStreams() {
        assertThat(
                        Templates.all("AWS::IAM::Policy").stream()
                                .flatMap(RolesTest::statements)
                                .filter(RolesTest::isForAnything)
                                .flatMap(RolesTest::actions))
                .containsOnlyElementsOf(WITHOUT_A_RESOURCE);
    }

    @Test
    void theOnlyNamesLeftOpenAreLogStreamsAndFailedRecords() {
        assertThat(
                        Templates.all("AWS::IAM::Policy").stream()
                                .flatMap(RolesTest::statements)
                                .filter(statement -> !isForAnything(statement))
                                .filter(s -> s.path("Resource").toString().contains("*"))
                                .map(statement -> statement.path("Sid").asText())
                                .distinct())
                .containsExactlyInAnyOrder("Log", "FailedRecords", "Archive");
    }

    @Test
    void noRoleMayUpdateALedgerEntryAndOnlyTheScheduleMayDeleteAny() {
        assertThat(DESIGN.keySet())
                .filteredOn(function -> mayOnRecipients(function, "UpdateItem"))
                .isEmpty();
        assertThat(policies.stream().flatMap(RolesTest::statements))
                .noneMatch(s -> isOn(s, "Recipients") && actions(s).anyMatch(RolesTest::isUpdate));
        assertThat(
                        policies.stream()
                                .filter(p -> statements(p).anyMatch(RolesTest::deletesRecipients))
                                .map(RolesTest::function))
                .containsExactly("FrequencyReset");
    }

    @Test
    void anUpdateOfTheAccountsTableMayNameNothingButACounter() {
        assertThat(policies.stream().flatMap(RolesTest::statements))
                .filteredOn(s -> actions(s).anyMatch(RolesTest::isUpdate))
                .hasSize(2)
                .allSatisfy(
                        s ->
                                assertThat(Templates.each(s.at(ATTRIBUTES)).map(JsonNode::asText))
                                        .containsExactlyInAnyOrder(
                                                "id", "entry", "used", "sec", "lv", "recent",
                                                "ranges", "taken", "source", "asked"));
    }

    @Test
    void theRelayCannotReadTheMasterKeysAndEveryOtherFunctionCan() {
        assertThat(
                        policies.stream()
                                .filter(
                                        p ->
                                                statements(p)
                                                        .flatMap(RolesTest::actions)
                                                        .anyMatch(
                                                                "secretsmanager:GetSecretValue"
                                                                        ::equals))
                                .map(RolesTest::function))
                .hasSize(6)
                .doesNotContain("EventRelay");
    }

    private static boolean mayOnRecipients(String function, String call) {
        return DESIGN.getOrDefault(function, Map.of())
                .getOrDefault("Recipients", Set.of())
                .contains(call);
    }

    private static boolean deletesRecipients(JsonNode statement) {
        return isOn(statement, "Recipients")
                && actions(statement).anyMatch("dynamodb:DeleteItem"::equals);
    }

    private static boolean isUpdate(String action) {
        return action.equals("dynamodb:UpdateItem");
    }

    private static boolean isOn(JsonNode statement, String table) {
        return statement.path("Resource").toString().contains("FnGetAtt" + table);
    }

    private static boolean isForAnything(JsonNode statement) {
        return statement.path("Resource").asText().equals("*");
    }

    private static String function(Templates.Resource policy) {
        return policy.id().substring(0, policy.id().indexOf("Policy"));
    }

    private static Map<String, Set<String>> calls(Templates.Resource policy) {
        return statements(policy)
                .filter(s -> actions(s).allMatch(RolesTest::isOnATable))
                .collect(
                        Collectors.groupingBy(
                                RolesTest::table,
                                Collectors.flatMapping(
                                        s -> actions(s).map(a -> a.substring("dynamodb:".length())),
                                        Collectors.toSet())));
    }

    private static boolean isOnATable(String action) {
        return action.startsWith("dynamodb:")
                && !action.contains("Stream")
                && !action.equals("dynamodb:GetRecords")
                && !action.equals("dynamodb:GetShardIterator");
    }

    /// The table that the resource of a statement, not its name, says it is on.
    private static String table(JsonNode statement) {
        String resource = statement.path("Resource").toString();
        return Stream.of("Recipients", "Accounts", "Forms", "Cases", "Policies", "Agenda")
                .filter(table -> resource.contains("FnGetAtt" + table))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> statements(Templates.Resource policy) {
        return Templates.each(policy.properties().at("/PolicyDocument/Statement"));
    }

    private static Stream<String> actions(JsonNode statement) {
        return Templates.each(statement.path("Action")).map(JsonNode::asText);
    }
}
