package io.sendgate.wire.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

class ClausePageTest {

    @Test
    void thePageOfClausesIsWhatTheDocumentsSay() throws IOException {
        if (Boolean.getBoolean("clauses.write")) {
            ClausePage.write();
        }
        String expected = new ClausePage(PolicyDocuments.seeded()).text();

        assertThat(Files.readString(ClausePage.FILE)).isEqualTo(expected);
    }
}
