package io.sendgate.rest.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.rest.dto.OptOutDto;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.Violation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A batch's items stand each for itself.
class BatchTest {

    private static final String ITEM =
            "{\"recipient\":\"+16505551234\",\"scope\":\"all\",\"via\":\"web\"}";

    private final Bodies bodies = new Bodies(Schemas.load());

    private List<BatchItem<OptOutDto>> batch(String json) {
        return bodies.batch(
                json.getBytes(StandardCharsets.UTF_8),
                Optional.of("application/json"),
                "opt-out-batch",
                "opt-out",
                OptOutDto.class);
    }

    private List<BatchItem<OptOutDto>> batchOf(int size) {
        return batch("{\"optOuts\":[" + String.join(",", Collections.nCopies(size, ITEM)) + "]}");
    }

    @Test
    void aMalformedItemIsAProblemInItsOwnPlace() {
        List<BatchItem<OptOutDto>> items =
                batch(
                        "{\"optOuts\":["
                                + ITEM
                                + ",{\"scope\":\"all\"},null,7,"
                                + ITEM.replace("web", "\\ud800")
                                + "]}");

        assertThat(items).hasSize(5);
        assertThat(items.getFirst()).isInstanceOf(BatchItem.Fit.class);
        assertThat(items.subList(1, 5)).allMatch(BatchItem.Malformed.class::isInstance);
        assertThat(((BatchItem.Malformed<OptOutDto>) items.get(1)).problem().errors())
                .contains(new Violation("/optOuts/1/recipient", "is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"optOuts", "items", "requests"})
    void theItemsMayGoByOtherNames(String member) {
        assertThat(batch("{\"" + member + "\":[" + ITEM + "]}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"optOuts\":[]}",
                "{\"optOuts\":{}}",
                "{\"optOuts\":[{}],\"x\":1}",
                "{\"optOuts\":[{}],\"items\":[{}]}",
                "{\"optOuts\":[{}],\"\\ud800\":1}",
            })
    void anEnvelopeThatDoesNotFitIsAProblemOfTheWhole(String json) {
        assertThatThrownBy(() -> batch(json)).isInstanceOf(ProblemException.class);
    }

    @Test
    void oneHundredItemsFitAndOneMoreDoesNot() {
        assertThat(batchOf(100)).hasSize(100);
        assertThatThrownBy(() -> batchOf(101)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theSameItemHasTheSameHashInEveryPlace() {
        List<String> hashes =
                batchOf(2).stream()
                        .map(item -> ((BatchItem.Fit<OptOutDto>) item).body().hash())
                        .distinct()
                        .toList();

        assertThat(hashes).hasSize(1);
    }
}
