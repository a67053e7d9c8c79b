package io.sendgate.consentcapture;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.sendgate.aws.StoredForm;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages that people see: the opt-in form, its thanks, and those behind a confirmation link.
///
/// They work without scripts, load nothing from anywhere, and escape whatever they are given.
@Singleton
public class Pages {

    private static final int LONGEST_PHONE = 64;
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final List<String> TEMPLATES =
            List.of("layout", "form", "received", "confirm", "confirmed", "lapsed");

    private final Engine engine;
    private final String style;
    private final String styleHash;

    /// The pages, from the class path.
    public Pages() {
        style = resource("style.css");
        styleHash = "sha256-" + Sha256.base64(style);
        engine =
                Engine.builder()
                        .addDefaults()
                        .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                        .build();
        TEMPLATES.forEach(name -> engine.putTemplate(name, parsed(name)));
    }

    /// The form, empty or with what has to be corrected; its box is never ticked.
    ///
    /// @param phone what the person has written before
    Page form(StoredForm form, String business, String phone, List<FormFault> faults) {
        Map<String, Object> data =
                Map.of(
                        "business", business,
                        "disclosure", form.disclosure(),
                        "shown", Sha256.hex(form.disclosure()),
                        "trap", Submission.TRAP,
                        "phone", phone.substring(0, Math.min(phone.length(), LONGEST_PHONE)),
                        "faults", faults.stream().map(Pages::fault).toList(),
                        "phoneFault", sentence("phone", faults),
                        "agreeFault", sentence("agree", faults));
        int status = faults.isEmpty() ? 200 : FormFault.status(faults);
        return page("form", status, data)
                .withPolicy(policy(form.redirect().flatMap(WebOrigin::of)))
                .withReferrer("same-origin");
    }

    /// The thanks for a form.
    Page received(String business) {
        return page("received", 200, Map.of("business", business));
    }

    /// The page behind a confirmation link, with its button.
    Page confirm(String business, Optional<String> disclosure) {
        return page(
                "confirm", 200, Map.of("business", business, "disclosure", disclosure.orElse("")));
    }

    /// The page of an opt-in that is confirmed.
    Page confirmed(String business) {
        return page("confirmed", 200, Map.of("business", business));
    }

    /// The page of a link that leads nowhere any more, or never did.
    Page lapsed() {
        return page("lapsed", 410, Map.of());
    }

    private Page page(String name, int status, Map<String, Object> data) {
        String markup =
                engine.getTemplate(name)
                        .instance()
                        .data("style", new RawString(style))
                        .data("page", data)
                        .render();
        return new Page(status, markup, policy(Optional.empty()), "no-referrer");
    }

    /// Nothing but our own style may act, and forms go to us; a browser counts the redirect after a
    /// form as part of it.
    private String policy(Optional<String> redirect) {
        return "default-src 'none'; style-src '"
                + styleHash
                + "'; form-action 'self'"
                + redirect.map(origin -> " " + origin).orElse("")
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static Map<String, Object> fault(FormFault fault) {
        return Map.of("field", fault.field(), "sentence", fault.sentence());
    }

    private static String sentence(String field, List<FormFault> faults) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(FormFault::sentence)
                .findFirst()
                .orElse("");
    }

    private Template parsed(String name) {
        return engine.parse(resource(name + ".html"), HTML);
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("unreadable page " + name, e);
        }
    }
}
