package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class BandwidthTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");

    private final Bandwidth bandwidth = new Bandwidth();

    private List<Heard> parse(Requests request) {
        return bandwidth.parse(request.raw(), new Numbering("US"));
    }

    private Verdict verdict(String authorization, String... secrets) {
        Requests request = Requests.post("/").header("authorization", authorization);
        return bandwidth.verify(request.raw(), Requests.settings("https://x.example", secrets));
    }

    @Test
    void nameAndPasswordAreComparedWithEveryLiveSecret() {
        assertThat(verdict("Basic dXNlcjpwYXNz", "new:pass", "user:pass"))
                .isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("basic dXNlcjpwYXNz", "user:pass")).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict("Basic dXNlcjpwYXNz", "user:passw")).isInstanceOf(Verdict.Forged.class);
        assertThat(verdict("Basic dXNlcg==", "user")).isInstanceOf(Verdict.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Bearer dXNlcjpwYXNz", "Basic user:pass"})
    void anythingElseIsForged(String authorization) {
        assertThat(verdict(authorization, "user:pass")).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void withoutCredentialsItIsAskedForThem() {
        assertThat(bandwidth.verify(Requests.post("/").raw(), Samples.settings("bandwidth")))
                .isInstanceOf(Verdict.Anonymous.class);
    }

    @Test
    void aTextIsHeard() {
        assertThat(parse(Samples.request("bandwidth-stop")))
                .containsExactly(
                        new Heard.Message(
                                new InboundMessage(
                                        "bandwidth",
                                        "14762070468292kw2fuqty55yp0001",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("STOP"),
                                        Optional.of(Instant.parse("2026-11-21T17:59:58Z")),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void onePartThatCannotBeUsedSpoilsNoOther() {
        assertThat(parse(Samples.request("bandwidth-batch")))
                .containsExactly(
                        Heard.Ignored.INCOMPLETE,
                        new Heard.Delivery(
                                new Receipt(
                                        "bandwidth",
                                        "14762070468292kw2fuqty55yp0002",
                                        PERSON,
                                        "delivered",
                                        false,
                                        false,
                                        Optional.empty(),
                                        Optional.of("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ"))),
                        new Heard.Delivery(
                                new Receipt(
                                        "bandwidth",
                                        "14762070468292kw2fuqty55yp0003",
                                        PERSON,
                                        "failed",
                                        true,
                                        true,
                                        Optional.of("4775"),
                                        Optional.empty())),
                        Heard.Ignored.OTHER_EVENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "null"})
    void whatIsNoListIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
