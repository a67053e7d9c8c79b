package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sendgate.wire.keys.Masters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

class ForeignKeysIT {

    @TempDir private Path folder;

    @Test
    void aSuiteWhoseKeysAreNotThoseOfItsDataRefusesToStart() throws IOException {
        try (SuiteProcess suite = SuiteProcess.start(folder)) {
            suite.close();
            Path keys = folder.resolve("data").resolve("master-keys.json");
            String own = Files.readString(keys);
            Files.writeString(keys, Masters.generate(new SecureRandom()).toJson());
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(suite::restart);
            assertThat(suite.log())
                    .contains("the master keys are not those that this suite's data was written");

            Files.writeString(keys, own);
            suite.restart();
            assertThat(suite.http().isUp()).isTrue();
        }
    }
}
