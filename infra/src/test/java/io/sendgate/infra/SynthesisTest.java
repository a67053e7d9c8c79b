package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class SynthesisTest {

    private static final List<String> PACKS = List.of("AwsSolutions-", "Serverless-");

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        List<Path> files = Templates.files(Templates.OUT);
        assertThat(Templates.files(Templates.AGAIN).stream().map(Path::getFileName))
                .isEqualTo(files.stream().map(Path::getFileName).toList());
        for (Path file : files) {
            Path other = Templates.AGAIN.resolve(file.getFileName());
            assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
        }
    }

    @Test
    void theTemplatesNameNoAccountAndNoRegion() {
        assertThat(Templates.read(Templates.OUT.resolve("manifest.json")))
                .contains("aws://unknown-account/unknown-region")
                .doesNotContainPattern("[^0-9a-f][0-9]{12}[^0-9a-f]");
    }

    @Test
    void bothRulePacksHaveLookedAtEveryStack() {
        assertThat(reports()).hasSize(PACKS.size() * 9);
    }

    @Test
    void noFindingIsLeftWithoutAReason() {
        assertThat(findings().filter(line -> line.contains("\"Non-Compliant\""))).isEmpty();
        assertThat(findings().filter(line -> line.contains("\"UNKNOWN\""))).isEmpty();
        assertThat(findings().filter(line -> line.contains("\"Suppressed\"")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("\"Suppressed\",\"N/A\""));
    }

    @Test
    void aPackageThatWasNotBuiltIsReplacedByTheSameBytesEveryTime() throws IOException {
        Path folder = Path.of("target/packages");
        Path nowhere = Path.of("target/nowhere");
        Packages once = new Packages(nowhere, folder.resolve("1"));
        Packages twice = new Packages(nowhere, folder.resolve("2"));
        Packages.Package first = once.of(FunctionUnit.EVENT_RELAY);
        assertThat(first.placeholder()).isTrue();
        assertThat(Files.mismatch(first.file(), twice.of(FunctionUnit.EVENT_RELAY).file()))
                .isEqualTo(-1);
    }

    private static List<Path> reports() {
        return Templates.files(Templates.OUT).stream()
                .filter(file -> file.toString().endsWith("-NagReport.csv"))
                .toList();
    }

    private static Stream<String> findings() {
        return reports().stream().map(Templates::read).flatMap(String::lines);
    }
}
