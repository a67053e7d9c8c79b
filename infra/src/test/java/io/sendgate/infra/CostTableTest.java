package io.sendgate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;

class CostTableTest {

    private final String table;

    CostTableTest() throws IOException {
        this.table = new CostTable(Path.of("prices.json")).markdown();
    }

    @Test
    void theGuideShowsTheTableThatThePricesAndTheCountsGive() {
        assertThat(Templates.read(Path.of("../docs/guide/deploy.md"))).contains(table);
    }

    @Test
    void anAllowIsOneReadAndOneWriteOfTwoUnits() {
        assertThat(table).contains("| authorization, allowed | 1 | 2 | $1.38 |");
    }
}
