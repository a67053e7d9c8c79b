package io.sendgate.eventrelay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;

import io.sendgate.aws.StreamRecords;
import io.sendgate.aws.StreamedItem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The function behind the tables' streams.
///
/// It answers with the first record that failed, so that Lambda repeats the batch from there.
@Singleton
public class EventRelayHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private final EventRelay relay;
    private final StreamRecords records;

    /// The handler over the relay.
    @Inject
    public EventRelayHandler(EventRelay relay, StreamRecords records) {
        this.relay = relay;
        this.records = records;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        List<StreamedItem> batch =
                event.getRecords().stream()
                        .map(records::streamed)
                        .flatMap(Optional::stream)
                        .toList();
        OptionalInt failed = relay.relay(batch);
        List<StreamsEventResponse.BatchItemFailure> failures =
                failed.stream()
                        .mapToObj(
                                i ->
                                        new StreamsEventResponse.BatchItemFailure(
                                                batch.get(i).sequence()))
                        .toList();
        return new StreamsEventResponse(failures);
    }
}
