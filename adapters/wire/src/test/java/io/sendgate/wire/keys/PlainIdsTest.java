package io.sendgate.wire.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class PlainIdsTest {
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");

    private final PlainIds ids = new PlainIds(Secrets.RANDOM);

    @Test
    void idsSortByTheirTimeAndNeverRepeat() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            made.add(ids.next("act_", AT.plusMillis(i)));
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(ids.next("act_", AT)).isNotEqualTo(ids.next("act_", AT));
    }

    @Test
    void anIdHasItsFormAndNoOther() {
        String id = ids.next("case_", AT);

        assertThat(PlainIds.hasForm("case_", id)).isTrue();
        for (String other :
                List.of("", "case_", id + "0", id.substring(1), "case_U" + id.substring(6))) {
            assertThat(PlainIds.hasForm("case_", other)).as(other).isFalse();
        }
        assertThat(PlainIds.hasForm("act_", id)).isFalse();
    }
}
