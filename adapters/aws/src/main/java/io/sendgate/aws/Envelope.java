package io.sendgate.aws;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import io.sendgate.account.AccountId;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// What stands on the outside of an event: the attributes of a CloudEvent 1.0.
///
/// @param key what makes its id: the same text gives the same id across repeats
/// @param type its name in the contract, `consent.granted`
/// @param subject what it is about: a recipient's tag, a case's id, a policy's
/// @param at business time
/// @param account whom it concerns; empty for one that concerns the platform
/// @param sequence its place among the events of its subject, compared as text
public record Envelope(
        String key,
        String type,
        String subject,
        Instant at,
        Optional<AccountId> account,
        String sequence) {

    private static final URI SOURCE = URI.create("/sendgate");
    private static final int ID_BYTES = 16;

    /// The event in this envelope.
    public SuiteEvent seal(EventData data) {
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(id())
                        .withSource(SOURCE)
                        .withType(type)
                        .withSubject(subject)
                        .withTime(at.atOffset(ZoneOffset.UTC))
                        .withExtension("sequence", sequence)
                        .withData("application/json", JsonCloudEventData.wrap(data.done()));
        account.ifPresent(id -> event.withExtension("account", id.value()));
        return new SuiteEvent(id(), type, account, json(event.build()));
    }

    private static String json(CloudEvent event) {
        return new String(new JsonFormat().serialize(event), StandardCharsets.UTF_8);
    }

    private String id() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(Sha256.of(key), ID_BYTES));
    }
}
