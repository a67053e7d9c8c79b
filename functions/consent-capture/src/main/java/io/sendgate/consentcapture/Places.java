package io.sendgate.consentcapture;

import io.sendgate.config.SendgateConfig;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import java.util.Optional;

/// Where the things of this function are found.
///
/// A receipt is a path, for whoever has a key. Forms and confirmation links are whole URLs, for
/// they are handed to people.
@RequestScoped
public class Places {

    private final String base;

    /// Places under the configured public URL, or else under the address that was asked.
    @Inject
    public Places(SendgateConfig config, RoutingContext routing) {
        this(
                config.publicUrl()
                        .orElseGet(
                                () ->
                                        routing.request().scheme()
                                                + "://"
                                                + Optional.ofNullable(routing.request().authority())
                                                        .map(Object::toString)
                                                        .orElse("localhost")));
    }

    Places(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /// The path of a consent or a refused capture.
    public static String receipt(String consent) {
        return "/consents/" + consent;
    }

    /// The page on which a person confirms a double opt-in.
    public String confirmation(String consent) {
        return base + receipt(consent) + "/confirm";
    }

    /// A form's page.
    public String form(String id) {
        return base + "/forms/" + id;
    }

    /// The page that thanks for a form.
    public String received(String form) {
        return form(form) + "/received";
    }

    /// The URL that all others begin with.
    public String base() {
        return base;
    }
}
