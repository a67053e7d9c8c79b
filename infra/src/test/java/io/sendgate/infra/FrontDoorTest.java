package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class FrontDoorTest {

    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private static final String ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    private static final Pattern CLASS_PATH =
            Pattern.compile("^@Path\\(\"/([a-z-]+)", Pattern.MULTILINE);

    private final JsonNode distribution =
            Templates.all("AWS::CloudFront::Distribution")
                    .getFirst()
                    .properties()
                    .path("DistributionConfig");

    private List<JsonNode> behaviours() {
        return Stream.concat(
                        Templates.each(distribution.path("CacheBehaviors")),
                        Stream.of(distribution.path("DefaultCacheBehavior")))
                .toList();
    }

    @Test
    void everyPathInTheSourcesLeadsToItsFunction() throws IOException {
        for (FunctionUnit unit : FunctionUnit.values()) {
            assertThat(segments(unit))
                    .allMatch(segment -> unit.segments().stream().anyMatch(segment::startsWith));
        }
    }

    @Test
    void noPathPatternCoversAnotherFunctionsPaths() {
        for (FunctionUnit unit : FunctionUnit.values()) {
            for (FunctionUnit other : FunctionUnit.values()) {
                assertThat(other.segments())
                        .noneMatch(
                                segment ->
                                        unit != other
                                                && unit.segments().stream()
                                                        .anyMatch(segment::startsWith));
            }
        }
    }

    @Test
    void thereIsABehaviourForEachFirstSegment() {
        assertThat(
                        Templates.each(distribution.path("CacheBehaviors"))
                                .map(behaviour -> behaviour.path("PathPattern").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(FunctionUnit.values())
                                .flatMap(unit -> unit.segments().stream())
                                .map(segment -> "/" + segment + "*")
                                .toList())
                .hasSizeLessThan(25);
    }

    @Test
    void nothingIsCachedAndEveryHeaderButHostPasses() {
        assertThat(behaviours())
                .allMatch(b -> b.path("CachePolicyId").asText().equals(CACHING_DISABLED))
                .allMatch(b -> b.path("OriginRequestPolicyId").asText().equals(ALL_BUT_HOST))
                .allMatch(b -> b.path("AllowedMethods").size() == 7)
                .allMatch(b -> b.path("ViewerProtocolPolicy").asText().equals("https-only"));
    }

    @Test
    void noOriginDemandsASignedBody() {
        assertThat(Templates.each(distribution.path("Origins")))
                .hasSize(5)
                .allMatch(origin -> origin.path("OriginAccessControlId").isMissingNode());
        assertThat(Templates.all("AWS::CloudFront::OriginAccessControl")).isEmpty();
    }

    @Test
    void originsAreSpokenToOverTlsOnly() {
        assertThat(Templates.each(distribution.path("Origins")))
                .allMatch(
                        origin ->
                                origin.at("/CustomOriginConfig/OriginProtocolPolicy")
                                        .asText()
                                        .equals("https-only"))
                .allMatch(
                        origin ->
                                origin.at("/CustomOriginConfig/OriginSSLProtocols/0")
                                        .asText()
                                        .equals("TLSv1.2"));
    }

    private static Set<String> segments(FunctionUnit unit) throws IOException {
        try (Stream<Path> files =
                Files.walk(Path.of("../functions", unit.text(), "src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Templates::read)
                    .flatMap(source -> CLASS_PATH.matcher(source).results())
                    .map((MatchResult found) -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
