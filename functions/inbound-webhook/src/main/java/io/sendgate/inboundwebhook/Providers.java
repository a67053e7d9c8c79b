package io.sendgate.inboundwebhook;

import io.sendgate.inboundwebhook.provider.Aws;
import io.sendgate.inboundwebhook.provider.Bandwidth;
import io.sendgate.inboundwebhook.provider.Bird;
import io.sendgate.inboundwebhook.provider.Generic;
import io.sendgate.inboundwebhook.provider.Infobip;
import io.sendgate.inboundwebhook.provider.Meta;
import io.sendgate.inboundwebhook.provider.Plivo;
import io.sendgate.inboundwebhook.provider.Provider;
import io.sendgate.inboundwebhook.provider.Sinch;
import io.sendgate.inboundwebhook.provider.Sns;
import io.sendgate.inboundwebhook.provider.Telnyx;
import io.sendgate.inboundwebhook.provider.Twilio;
import io.sendgate.inboundwebhook.provider.Vonage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every provider that can reach us: a further one is a class and a line here.
@Singleton
public class Providers {

    private final Map<String, Provider> byName;

    /// The providers; one of them asks SNS.
    @Inject
    public Providers(Sns sns) {
        byName =
                all(sns).stream()
                        .collect(Collectors.toUnmodifiableMap(Provider::name, Function.identity()));
    }

    private static List<Provider> all(Sns sns) {
        return List.of(
                new Aws(sns),
                new Twilio(),
                new Meta(),
                new Telnyx(),
                new Plivo(),
                new Vonage(),
                new Sinch(),
                new Bandwidth(),
                new Infobip(),
                new Bird(),
                new Generic());
    }

    /// The provider that a path names.
    public Optional<Provider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
