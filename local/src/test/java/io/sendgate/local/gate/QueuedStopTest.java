package io.sendgate.local.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sendgate.account.AccountState;
import io.sendgate.aws.DynamoAccounts;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.aws.WebhookStore;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.Identities;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReceiveComplaint;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.ReceivePreference;
import io.sendgate.gate.ReceiveReceipt;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.inboundwebhook.Intake;
import io.sendgate.inboundwebhook.Providers;
import io.sendgate.inboundwebhook.Reception;
import io.sendgate.inboundwebhook.Webhooks;
import io.sendgate.inboundwebhook.WorkOffBacklog;
import io.sendgate.inboundwebhook.provider.Sns;
import io.sendgate.local.LocalBacklog;
import io.sendgate.local.LocalSns;
import io.sendgate.local.store.TestStore;
import io.sendgate.rest.web.RawRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class QueuedStopTest {

    private static final PhoneNumber PERSON = new PhoneNumber("+13125550142");
    private static final String SECRET = "a secret that both sides know";

    private final Outage outage = new Outage();
    private final TestStore store = new TestStore();
    private final DynamoDbClient client = store.client(outage);
    private final LocalBacklog backlog = new LocalBacklog();
    private final Ports ports =
            Gates.ports(store, client, new DynamoAccounts(client, store.tables, () -> 8));
    private final RecipientLoop loop = Gates.loop(ports);
    private final Webhooks webhooks = webhooks();
    private final Intake intake = new Intake(() -> webhooks, backlog);
    private final WorkOffBacklog errand = new WorkOffBacklog(() -> webhooks);

    QueuedStopTest() {
        store.accounts()
                .append(
                        AccountState.opened(Gates.ADA, GateProfile.ada()),
                        "account-opened",
                        Gates.NOON);
        new WebhookStore(client, store.tables, store.vault)
                .put(
                        Gates.ADA,
                        "generic",
                        new WebhookSettings(
                                "https://hooks.example", List.of(SECRET), Optional.empty()));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    private Webhooks webhooks() {
        Sns sns = new LocalSns();
        return new Webhooks(
                new Providers(sns),
                ports.accounts(),
                new WebhookStore(client, store.tables, store.vault),
                new Reception(
                        new ReceiveMessage(ports, loop),
                        new ReceiveReceipt(ports, loop),
                        new ReceiveComplaint(ports, loop),
                        new ReceivePreference(ports, loop),
                        new Identities(ports, loop),
                        sns));
    }

    private static RawRequest stop() {
        String body =
                "{'id':'m1','from':'%s','to':'%s','channel':'sms','text':'STOP','type':'message'}"
                        .formatted(PERSON.e164(), GateProfile.TOLL_FREE)
                        .replace('\'', '"');
        String time = Long.toString(Gates.NOON.getEpochSecond());
        return new RawRequest(
                "POST",
                "/webhooks/generic/acct_ada",
                Optional.empty(),
                Map.of(
                        "x-sendgate-signature",
                        List.of("t=" + time + ",v1=" + hmac(time + "." + body))),
                body.getBytes(StandardCharsets.UTF_8),
                "203.0.113.9",
                Gates.NOON);
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Decision ask() {
        return Gates.ask(ports, PERSON);
    }

    private int entries() {
        return store.ledger().entries(store.vault.tag(Gates.ADA, PERSON), 0, 100).size();
    }

    private void hearWhileTheStoreIsDown() {
        outage.begin();
        assertThatExceptionOfType(FactsUnavailable.class)
                .isThrownBy(() -> intake.hear("generic", "acct_ada", stop()));
    }

    @Test
    void aStopThatCouldNotBeRecordedDeniesOnceItHasBeenDrained() {
        assertThat(ask().outcome()).isEqualTo(Outcome.ALLOW);
        hearWhileTheStoreIsDown();
        assertThat(backlog.drain(errand)).isZero();
        assertThatExceptionOfType(FactsUnavailable.class).isThrownBy(this::ask);

        outage.end();
        assertThat(backlog.drain(errand)).isEqualTo(1);

        assertThat(ask().outcome()).isEqualTo(Outcome.DENY);
        assertThat(ask().reasons()).extracting(Reason::code).contains(ReasonCode.OPTED_OUT);
    }

    @Test
    void aStopThatTheProviderHasRepeatedMeanwhileCountsOnce() {
        hearWhileTheStoreIsDown();
        outage.end();
        intake.hear("generic", "acct_ada", stop());
        assertThat(entries()).isEqualTo(1);
        assertThat(backlog.drain(errand)).isEqualTo(1);
        assertThat(entries()).isEqualTo(1);
        assertThat(backlog.drain(errand)).isZero();
    }
}
