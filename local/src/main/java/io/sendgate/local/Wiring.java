package io.sendgate.local;

import io.sendgate.accountstanding.cases.Findings;
import io.sendgate.aws.Tables;
import io.sendgate.eventrelay.EventRelay;
import io.sendgate.local.store.StreamPump;
import io.sendgate.local.topic.LocalTopic;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// What the local suite has in place of AWS: a clock that can be moved, a topic that can be read
/// back.
@Singleton
public class Wiring {

    /// The store that this process has opened.
    @Produces
    @Singleton
    LocalStore store() {
        return Suite.store();
    }

    /// Business time, which every function asks for.
    @Produces
    @Singleton
    SuiteClock suiteClock() {
        return new SuiteClock();
    }

    /// The topic, which the relay publishes to.
    @Produces
    @Singleton
    LocalTopic topic(LocalStore store, Findings findings) {
        return new LocalTopic(store.folder().resolve("events.jsonl"), findings::hear);
    }

    /// SNS, which the webhooks ask and the operator publishes through.
    @Produces
    @Singleton
    LocalSns sns() {
        return new LocalSns();
    }

    /// The queue of what could not be recorded.
    @Produces
    @Singleton
    LocalBacklog backlog() {
        return new LocalBacklog();
    }

    /// The client of the streams.
    @Produces
    @Singleton
    DynamoDbStreamsClient streams(LocalStore store) {
        return store.embedded().streams();
    }

    /// Closes the client of the streams.
    void close(@Disposes DynamoDbStreamsClient streams) {
        streams.close();
    }

    /// What carries the streams to the relay.
    @Produces
    @Singleton
    StreamPump pump(
            DynamoDbClient client,
            DynamoDbStreamsClient streams,
            Tables tables,
            LocalStore store,
            EventRelay relay) {
        return new StreamPump(
                client, streams, tables, store.folder().resolve("streams.txt"), relay::relay);
    }
}
