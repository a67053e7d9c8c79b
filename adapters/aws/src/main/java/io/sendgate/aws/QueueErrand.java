package io.sendgate.aws;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An errand that works off the messages of a queue in SQS, each by itself.
///
/// What fails stays in the queue, by the queue's own protocol of partial failures.
public abstract class QueueErrand implements Errand {

    private static final String SQS = "aws:sqs";

    /// An errand for every queue of its function.
    protected QueueErrand() {}

    @Override
    public final boolean takes(JsonNode event) {
        return event.at("/Records/0/eventSource").asText().equals(SQS);
    }

    /// Works off a batch.
    ///
    /// @return the ids of the messages that failed, as the queue wants to be told
    @Override
    public final Map<String, Object> run(JsonNode event) {
        List<Map<String, String>> failed = new ArrayList<>();
        for (JsonNode message : event.path("Records")) {
            if (!workOff(message.path("body").asText())) {
                failed.add(Map.of("itemIdentifier", message.path("messageId").asText()));
            }
        }
        return Map.of("batchItemFailures", failed);
    }

    /// Works off one message; throws nothing.
    ///
    /// @return whether it is done with
    public abstract boolean workOff(String message);
}
