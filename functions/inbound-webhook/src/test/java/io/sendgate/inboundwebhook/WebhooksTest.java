package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.consent.Intent;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.Identities;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.ReceivePreference;
import io.sendgate.gate.ReceiveReceipt;
import io.sendgate.inboundwebhook.provider.Heard;
import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.inboundwebhook.provider.Requests;
import io.sendgate.inboundwebhook.provider.Samples;
import io.sendgate.ledger.Change;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class WebhooksTest {

    private static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final World world = new World();

    private static String text(HttpAnswer answer) {
        return answer.body().orElseThrow().text();
    }

    private Problem refusal(String provider, String account, Requests request) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> world.webhooks.hear(provider, account, request.raw()))
                .problem();
    }

    private static <T> List<T> only(Class<T> type, List<?> changes) {
        return changes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void aStopIsConfirmedOnceHoweverOftenItIsDelivered() {
        assertThat(text(world.hear("twilio-stop")))
                .contains("<Message>Ada Plumbing: you have opted out");
        assertThat(text(world.hear("twilio-stop"))).isEqualTo(EMPTY);
        assertThat(text(world.hear("twilio-stop"))).isEqualTo(EMPTY);
        assertThat(only(Change.OptedOut.class, world.changes())).hasSize(1);
        assertThat(world.state().optOuts()).hasSize(1);
    }

    @Test
    void aReplayChangesNothing() {
        world.hear("twilio-stop");
        int writes = world.fakes.ledger.writes.get();
        world.hear("twilio-stop");
        assertThat(world.fakes.ledger.writes.get()).isEqualTo(writes);
    }

    @Test
    void whereTwilioHasRepliedWeSayNothing() {
        assertThat(text(world.hear("twilio-stop-advanced"))).isEqualTo(EMPTY);
        assertThat(only(Change.ReplyRequested.class, world.changes())).isEmpty();
        assertThat(world.state().optOuts()).hasSize(1);
        assertThat(text(world.hear("twilio-start-advanced"))).isEqualTo(EMPTY);
        assertThat(world.state().optOuts()).isEmpty();
    }

    @Test
    void helpNamesTheBusinessAndItsContact() {
        assertThat(text(world.hear("twilio-help")))
                .contains("Ada Plumbing")
                .contains("+15125550100");
    }

    @Test
    void aGenericStopIsConfirmedByAnEvent() {
        assertThat(text(world.hear("generic-stop"))).contains("\"intent\":\"opt-out\"");
        assertThat(only(Change.ReplyRequested.class, world.changes()))
                .singleElement()
                .satisfies(reply -> assertThat(reply.reply()).isEqualTo("opt-out-confirmation"));
    }

    @Test
    void anOptOutErrorInAReceiptIsAnOptOut() {
        world.hear("twilio-receipt-opted-out");
        world.hear("twilio-receipt-opted-out");
        assertThat(world.state().optOuts())
                .singleElement()
                .satisfies(optOut -> assertThat(optOut.scope()).isEqualTo(Scope.MARKETING));
        assertThat(only(Change.OptedOut.class, world.changes())).hasSize(1);
    }

    @Test
    void aComplaintBlocksOnceAndForTheFamily() {
        world.hear("generic-complaint");
        world.hear("generic-complaint");
        assertThat(world.state().blocked()).contains(Samples.SENT);
        assertThat(only(Change.ComplaintReceived.class, world.changes())).hasSize(1);
        assertThat(only(Change.BlockChanged.class, world.changes())).hasSize(1);
    }

    @Test
    void aChoiceInTheProvidersSettingsIsNoMessage() {
        world.hear("meta-preference-stop");
        world.hear("meta-preference-stop");
        assertThat(world.state().optOuts()).hasSize(1);
        assertThat(world.state().inbound()).isEmpty();
        assertThat(only(Change.OptedOut.class, world.changes())).hasSize(1);
        world.hear("meta-preference-resume");
        world.hear("meta-preference-resume");
        assertThat(world.state().optOuts()).isEmpty();
        assertThat(only(Change.OptedIn.class, world.changes())).hasSize(1);
    }

    @Test
    void choicesInAnyOrderLeadToOneState() {
        world.hear("meta-preference-resume");
        world.hear("meta-preference-stop");
        assertThat(world.state().optOuts()).isEmpty();
    }

    @Test
    void theVerificationOfAUrlIsAnsweredWithItsChallengeAlone() {
        assertThat(world.hear("meta-verification")).isEqualTo(HttpAnswer.text("1158201444"));
        Requests wrong =
                Samples.request("meta-verification")
                        .query(
                                "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=wrong");
        assertThat(refusal("meta", "acct_ada", wrong).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotBelievedIsRefusedAndNothingIsStored() {
        Requests forged = Samples.request("twilio-stop").header("x-twilio-signature", "AAAA");
        Problem problem = refusal("twilio", "acct_ada", forged);
        assertThat(problem.status()).isEqualTo(403);
        assertThat(new String(problem.toBytes(), StandardCharsets.UTF_8))
                .doesNotContain("Stop")
                .doesNotContain("5550101");
        assertThat(world.fakes.ledger.writes.get()).isZero();
    }

    @Test
    void whatComesUnsignedFromVonageIsToBeSentAgain() {
        Requests unsigned = Samples.request("vonage-stop").without("authorization");
        assertThat(refusal("vonage", "acct_ada", unsigned).status()).isEqualTo(503);
        assertThat(world.fakes.ledger.writes.get()).isZero();
    }

    @Test
    void whereAPasswordIsMissingItIsAskedFor() {
        Requests anonymous = Samples.request("bandwidth-stop").without("authorization");
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class, () -> world.hear("bandwidth", anonymous));
        assertThat(refused.problem().status()).isEqualTo(401);
        assertThat(refused.headers()).containsKey("WWW-Authenticate");
        Requests wrong = anonymous.header("authorization", "Basic dXNlcjpwYXNz");
        assertThat(refusal("bandwidth", "acct_ada", wrong).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotThereIsTheSameNotFound() {
        Requests stop = Samples.request("twilio-stop");
        assertThat(refusal("twilio", "acct_other", stop)).isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal("twilio", "no account", stop)).isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal("pigeon", "acct_ada", stop)).isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal("pigeon", "acct_other", stop)).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void aGenuineButMalformedBodyIsABadRequest() {
        Requests empty =
                Requests.post("/webhooks/generic/acct_ada")
                        .at(1_000)
                        .header(
                                "x-sendgate-signature",
                                "t=1000,v1="
                                    + "56e8973aba96c8390429eb2b57870ad91478ede33db120a9e2a94afaff7ef5b6");
        assertThat(refusal("generic", "acct_ada", empty).status()).isEqualTo(400);
    }

    @Test
    void oneFailureDoesNotKeepTheOthersFromBeingHeard() {
        ReceiveMessage messages = mock(ReceiveMessage.class);
        when(messages.receive(any(), any()))
                .thenReturn(new ReceiveMessage.Received(Intent.NONE, Optional.empty(), false));
        when(messages.receive(any(), argThat(one -> one != null && one.messageId().equals("2"))))
                .thenThrow(new FactsUnavailable("the store"));
        Reception reception =
                new Reception(
                        messages,
                        mock(ReceiveReceipt.class),
                        mock(ReceiveComplaint.class),
                        mock(ReceivePreference.class),
                        mock(Identities.class),
                        Samples.sns());
        List<Heard> heard = List.of(message("1"), message("2"), message("3"));
        assertThatThrownBy(() -> reception.receive(world.facts(), heard, Samples.SENT))
                .isInstanceOf(FactsUnavailable.class);
        verify(messages, times(3)).receive(any(), any());
    }

    @Test
    void aTimeFromTheFarFutureCountsAsNone() {
        ReceiveMessage messages = mock(ReceiveMessage.class);
        when(messages.receive(any(), any()))
                .thenReturn(new ReceiveMessage.Received(Intent.NONE, Optional.empty(), false));
        Reception reception =
                new Reception(
                        messages,
                        mock(ReceiveReceipt.class),
                        mock(ReceiveComplaint.class),
                        mock(ReceivePreference.class),
                        mock(Identities.class),
                        Samples.sns());
        Instant latest = Samples.SENT.plus(Duration.ofMinutes(5));
        Heard late = at(latest.plusSeconds(1));
        reception.receive(world.facts(), List.of(late), Samples.SENT);
        reception.receive(world.facts(), List.of(at(latest)), Samples.SENT);
        verify(messages).receive(any(), argThat(one -> one.at().isEmpty()));
        verify(messages).receive(any(), argThat(one -> one.at().equals(Optional.of(latest))));
    }

    @Test
    void aUrlThatEndsInATokenIsReachedWithItOnly() {
        assertThat(status("/unguessable", "/unguessable")).isEqualTo(200);
        assertThat(status("/unguessablf", "/unguessable")).isEqualTo(403);
        assertThat(status("", "/unguessable")).isEqualTo(403);
        assertThat(status("/unguessable", "")).isEqualTo(403);
        assertThat(status("", "")).isEqualTo(200);
        assertThat(status("", "/")).isEqualTo(200);
    }

    private int status(String shown, String configured) {
        String path = "/webhooks/generic/acct_ada";
        String url = "https://hooks.sendgate.example" + path + configured;
        WebhookSettings settings =
                new WebhookSettings(url, Samples.settings("generic").secrets(), Optional.empty());
        when(world.settings.find(World.ADA, "generic")).thenReturn(Optional.of(settings));
        try {
            return world.hear("generic", Samples.request("generic-stop").path(path + shown))
                    .status();
        } catch (ProblemException refused) {
            return refused.problem().status();
        }
    }

    private static Heard message(String id) {
        return new Heard.Message(inbound(id, Optional.empty()));
    }

    private static Heard at(Instant time) {
        return new Heard.Message(inbound("1", Optional.of(time)));
    }

    private static InboundMessage inbound(String id, Optional<Instant> at) {
        return new InboundMessage(
                "generic",
                id,
                World.PERSON,
                "+18885550123",
                Channel.SMS,
                Optional.of("hello"),
                at,
                Optional.empty(),
                false,
                false);
    }
}
