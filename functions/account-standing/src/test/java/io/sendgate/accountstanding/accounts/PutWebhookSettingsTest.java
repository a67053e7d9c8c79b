package io.sendgate.accountstanding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.aws.WebhookStore;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.schema.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class PutWebhookSettingsTest {

    private static final WebhookSettings WANTED =
            new WebhookSettings(
                    "https://gate.example/webhooks/twilio/acct_ada",
                    List.of("first-secret", "second-secret"),
                    Optional.of("third-secret"));

    private final Bench bench = new Bench();
    private final WebhookStore kept = mock(WebhookStore.class);
    private final PutWebhookSettings settings = new PutWebhookSettings(bench.store, kept);

    @BeforeEach
    void adaIsThere() {
        bench.put(Bench.ADA, Bench.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twilio",
                "meta",
                "telnyx",
                "bandwidth",
                "vonage",
                "plivo",
                "sinch",
                "infobip",
                "bird",
                "generic"
            })
    void everyProviderTakesSettings(String provider) {
        settings.put(Bench.ADA, provider, WANTED);

        verify(kept).put(Bench.ADA, provider, WANTED);
    }

    @Test
    void settingsAreShownWithoutTheirSecrets() {
        when(kept.find(Bench.ADA, "twilio")).thenReturn(Optional.of(WANTED));

        PutWebhookSettings.View view = settings.show(Bench.ADA, "twilio");

        assertThat(view)
                .isEqualTo(new PutWebhookSettings.View("twilio", WANTED.publicUrl(), 2, true))
                .isEqualTo(settings.put(Bench.ADA, "twilio", WANTED));
        assertThat(Json.tree(view).toString()).doesNotContain("-secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TWILIO", "amazon", "", "W#twilio"})
    void anotherProviderIsNotThere(String provider) {
        assertThat(status(() -> settings.put(Bench.ADA, provider, WANTED))).isEqualTo(404);
        assertThat(status(() -> settings.show(Bench.ADA, provider))).isEqualTo(404);
        verifyNoInteractions(kept);
    }

    @Test
    void anAccountThatIsNotThereTakesNone() {
        assertThat(status(() -> settings.put(Bench.BOB, "twilio", WANTED))).isEqualTo(404);
        verifyNoInteractions(kept);
    }

    private static int status(Runnable call) {
        return catchThrowableOfType(ProblemException.class, call::run).problem().status();
    }
}
