package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class MastersTest {
    @Test
    void keysComeBackFromTheirText() {
        Masters masters = Masters.generate(Secrets.RANDOM);

        assertThat(Masters.parse(masters.toJson())).isEqualTo(masters);
        assertThat(masters.tagging()).isNotEqualTo(masters.sealing());
    }

    @Test
    void theCheckTellsEveryDifferenceAndNothingElse() {
        Masters masters = Secrets.masters(1);
        Masters otherTagging = new Masters(Secrets.key(1, 9), masters.sealing());
        Masters otherSealing = new Masters(masters.tagging(), Secrets.key(2, 9));
        Masters otherId = new Masters(Secrets.key(7, 1), masters.sealing());

        assertThat(Secrets.masters(1).check()).isEqualTo(masters.check());
        assertThat(
                        List.of(
                                masters.check(),
                                otherTagging.check(),
                                otherSealing.check(),
                                otherId.check()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingOfAKeyShowsInItsText() {
        Masters masters = Secrets.masters(3);
        String secret = Base64.getEncoder().encodeToString(masters.tagging().secret());

        assertThat(masters.toString())
                .contains("tagging=MasterKey[1], sealing=MasterKey[2]")
                .doesNotContain(secret.substring(0, 8));
        assertThat(masters.check()).doesNotContain(secret.substring(0, 8));
    }

    @Test
    void theFirstStartMakesAFileThatOnlyItsOwnerReadsAndLaterOnesReadIt(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("data").resolve("keys.json");

        Masters first = Masters.readOrCreate(file, Secrets.RANDOM);

        assertThat(Masters.readOrCreate(file, Secrets.RANDOM)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (java.util.stream.Stream<Path> files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void allWhoStartAtOnceGetTheSameKeys(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys.json");
        try (ExecutorService starts = Executors.newFixedThreadPool(8)) {
            List<Callable<Masters>> eight =
                    Collections.nCopies(8, () -> Masters.readOrCreate(file, Secrets.RANDOM));
            Set<Masters> got = new HashSet<>();
            for (Future<Masters> one : starts.invokeAll(eight)) {
                got.add(one.get());
            }

            assertThat(got).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "secret",
                "{\"tagging\":{\"id\":1,\"key\":\"c2VjcmV0\"}}",
                "{\"tagging\":{\"id\":1,\"key\":\"!secret\"}}",
            })
    void whatHoldsNoKeysIsRefusedAndNeverQuoted(String json) {
        assertThatThrownBy(() -> Masters.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("c2Vj");
    }

    @Test
    void aKeyOfAnotherLengthOrIdIsNone() {
        assertThatThrownBy(() -> new MasterKey(1, new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MasterKey(256, new byte[32]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
