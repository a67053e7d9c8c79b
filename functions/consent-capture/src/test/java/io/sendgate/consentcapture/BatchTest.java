package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.gate.FactsUnavailable;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.schema.BatchItem;
import io.sendgate.rest.schema.Body;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class BatchTest {

    @Test
    void everyItemIsAnsweredInItsOwnPlace() {
        List<BatchItem<String>> items =
                List.of(
                        fit("good"),
                        new BatchItem.Malformed<>(Problem.invalidBody("/items/1", "is missing")),
                        fit("refused"),
                        fit("closed"),
                        fit("good"));

        List<ObjectNode> answers = Batch.answers(items, BatchTest::record);

        assertThat(answers)
                .extracting(answer -> answer.path("status").asInt())
                .containsExactly(201, 400, 422, 503, 201);
        assertThat(answers.get(4).path("index").asInt()).isEqualTo(4);
        assertThat(answers.get(2).path("type").asText()).isEqualTo("/problems/refused");
    }

    @Test
    void aHundredItemsKeepTheirOrder() {
        List<BatchItem<String>> items =
                IntStream.range(0, 100).<BatchItem<String>>mapToObj(i -> fit("good")).toList();

        assertThat(Batch.answers(items, BatchTest::record))
                .extracting(answer -> answer.path("index").asInt())
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    private static BatchItem<String> fit(String text) {
        return new BatchItem.Fit<>(new Body<>(text, "hash"));
    }

    private static Object record(Body<String> body, int index) {
        return switch (body.value()) {
            case "refused" -> throw Problem.of(ProblemType.REFUSED).toException();
            case "closed" -> throw new FactsUnavailable("for this test");
            default -> Map.of("index", index);
        };
    }
}
