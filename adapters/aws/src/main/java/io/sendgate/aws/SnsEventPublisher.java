package io.sendgate.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The topic in SNS: ten events a call, each with its type and account as attributes to filter
/// on.
public final class SnsEventPublisher implements EventPublisher {

    /// The most events SNS takes in one call.
    public static final int MOST_PER_CALL = 10;

    private final SnsClient sns;
    private final String topic;
    private final int perCall;

    /// A publisher to one topic.
    ///
    /// @param topic the topic's ARN
    /// @param perCall events a call, 1 to 10
    /// @throws IllegalArgumentException where `perCall` is out of bounds
    public SnsEventPublisher(SnsClient sns, String topic, int perCall) {
        if (perCall < 1 || perCall > MOST_PER_CALL) {
            throw new IllegalArgumentException("1 to " + MOST_PER_CALL + " events a call");
        }
        this.sns = sns;
        this.topic = topic;
        this.perCall = perCall;
    }

    /// Publishes in calls of up to ten; a call that fails as a whole ends the attempt.
    @Override
    public List<Integer> publish(List<SuiteEvent> events) {
        List<Integer> failed = new ArrayList<>();
        for (int from = 0; from < events.size(); from += perCall) {
            int to = Math.min(from + perCall, events.size());
            try {
                failed.addAll(publish(events, from, to));
            } catch (SdkException unreachable) {
                IntStream.range(from, events.size()).forEach(failed::add);
                return failed;
            }
        }
        return failed;
    }

    private List<Integer> publish(List<SuiteEvent> events, int from, int to) {
        List<PublishBatchRequestEntry> entries =
                IntStream.range(from, to).mapToObj(i -> entry(i, events.get(i))).toList();
        return sns
                .publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(entries))
                .failed()
                .stream()
                .map(BatchResultErrorEntry::id)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private static PublishBatchRequestEntry entry(int position, SuiteEvent event) {
        return PublishBatchRequestEntry.builder()
                .id(Integer.toString(position))
                .message(event.json())
                .messageAttributes(attributes(event))
                .build();
    }

    private static Map<String, MessageAttributeValue> attributes(SuiteEvent event) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put("type", attribute(event.type()));
        event.account().ifPresent(account -> attributes.put("account", attribute(account.value())));
        return attributes;
    }

    private static MessageAttributeValue attribute(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}
