package io.sendgate.inboundwebhook.provider;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Bird, once MessageBird, in its three generations: SMS and WhatsApp.
public final class Bird implements Provider {

    static final String NAME = "bird";

    /// The words of all three generations.
    static final Receipts RECEIPTS =
            new Receipts(
                    NAME,
                    Set.of(
                            "delivery_failed",
                            "sending_failed",
                            "failed",
                            "undelivered",
                            "rejected",
                            "expired"),
                    Set.of("opted out", "opted_out"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict verify(RawRequest request, WebhookSettings settings) {
        return Verdict.of(BirdSignature.isGenuine(request, settings));
    }

    @Override
    public List<Heard> parse(RawRequest request, Numbering numbers) {
        Optional<String> authorization = Receipts.authorization(request);
        boolean json = request.body().length > 0 && request.body()[0] == '{';
        if (!json) {
            return List.of(new MessageBird(numbers, authorization).parse(form(request)));
        }
        Members event = Members.object(request.body());
        if (event.has("payload")) {
            return new BirdChannels(numbers, authorization).parse(event);
        }
        String id = request.header("webhook-id").orElse("");
        return List.of(new BirdPlatform(numbers, authorization, id).parse(event));
    }

    private static Form form(RawRequest request) {
        return request.body().length > 0
                ? Form.parse(request.body())
                : Form.parse(request.query().orElse(""));
    }
}
