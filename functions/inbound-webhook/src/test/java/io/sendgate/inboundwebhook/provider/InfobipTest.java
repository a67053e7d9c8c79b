package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.Receipt;
import io.sendgate.gate.ReceivePreference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class InfobipTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+15125550101");

    private final Infobip infobip = new Infobip();

    private List<Heard> parse(Requests request) {
        return infobip.parse(request.raw(), new Numbering("US"));
    }

    @Test
    void onePartThatCannotBeUsedSpoilsNoOther() {
        List<Heard> heard = parse(Samples.request("infobip-batch"));
        assertThat(heard.subList(1, 3))
                .containsExactly(Heard.Ignored.NO_NUMBER, Heard.Ignored.INCOMPLETE);
        assertThat(heard.get(3)).isInstanceOf(Heard.Message.class);
        assertThat(heard.getFirst())
                .isEqualTo(
                        new Heard.Message(
                                new InboundMessage(
                                        "infobip",
                                        "817790313235066401",
                                        PERSON,
                                        "+18885550123",
                                        Channel.SMS,
                                        Optional.of("Stop"),
                                        Optional.of(Instant.parse("2026-11-21T17:59:58.220Z")),
                                        Optional.empty(),
                                        false,
                                        false)));
    }

    @Test
    void aWhatsAppMessageIsHeardOnWhatsApp() {
        Heard heard = parse(Samples.request("infobip-whatsapp")).getFirst();
        InboundMessage message = ((Heard.Message) heard).message();
        assertThat(message.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(message.text()).contains("hello");
    }

    @Test
    void aReportIsAReceiptByItsGroup() {
        assertThat(parse(Samples.request("infobip-report")))
                .containsExactly(
                        new Heard.Delivery(
                                new Receipt(
                                        "infobip",
                                        "out-1",
                                        PERSON,
                                        "undeliverable",
                                        true,
                                        false,
                                        Optional.of("EC_ABSENT_SUBSCRIBER"),
                                        Optional.of("auth_0123456789ABCDEFGHJKMNPQRSTVWXYZ"))));
    }

    private static String choice(String status) {
        return "{\"from\":\"447860099299\",\"createdAt\":\"2026-11-21T17:59:00.000+0000\","
                + "\"content\":{\"from\":\"15125550101\",\"sender\":\"447860099299\","
                + "\"notificationMessagesStatus\":\""
                + status
                + "\"}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "RESUME"})
    void aChoiceAboutMarketingIsAPreference(String status) {
        Heard heard = parse(Requests.post("/").body(choice(status))).getFirst();

        ReceivePreference.Preference preference = ((Heard.Preference) heard).preference();
        assertThat(preference.from()).isEqualTo(PERSON);
        assertThat(preference.out()).isEqualTo(status.equals("STOP"));
        assertThat(preference.scope()).contains(Scope.MARKETING);
        assertThat(preference.at()).contains(Instant.parse("2026-11-21T17:59:00Z"));
    }

    @Test
    void aChoiceInWordsThatNobodyKnowsIsIgnored() {
        assertThat(parse(Requests.post("/").body(choice("PAUSED"))))
                .containsExactly(Heard.Ignored.OTHER_EVENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"results\":{}}"})
    void anythingElseIsMalformed(String body) {
        assertThatThrownBy(() -> parse(Requests.post("/").body(body)))
                .isInstanceOf(MalformedPayload.class);
    }
}
