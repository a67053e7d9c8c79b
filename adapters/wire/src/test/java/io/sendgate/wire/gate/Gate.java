package io.sendgate.wire.gate;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Mode;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.fake.FakeWorld;
import io.sendgate.gate.CaptureAnswer;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The gate under the real policies, over fakes, with one account that does everything right.
final class Gate {

    static final AccountId ADA = new AccountId("acct_ada");
    static final PhoneNumber ANNE = new PhoneNumber("+13125550123");
    static final String TOLL_FREE = "+18885550123";
    static final String LONG_CODE = "+12025550144";
    static final SendCommand.WhenBlocked KEYED = SendCommand.WhenBlocked.ANSWER;
    static final String BODY = "Ada Plumbing: 20% off drains this week. Reply STOP to unsubscribe";

    private static final SeededPolicyBook BOOK = new SeededPolicyBook(PolicyDocuments.seeded());

    final FakeWorld world = new FakeWorld(BOOK);

    Gate(String policy) {
        this(policy, HandOff.DIRECT);
    }

    Gate(String policy, HandOff handOff) {
        world.accounts.open(ADA, profile(policy, handOff, FakeWorld.START));
    }

    static AccountProfile profile(String policy, HandOff handOff, Instant accepted) {
        return new AccountProfile(
                "Ada Plumbing",
                List.of("Ada's"),
                Optional.of("ops@ada-plumbing.example"),
                "US",
                Optional.of("1 Main St, Austin, TX 78701"),
                Map.of(),
                new Help(
                        Optional.of("+15125550100"),
                        Optional.of("https://ada-plumbing.example/help")),
                policy,
                Optional.of(List.of()),
                Optional.of(Mode.ENFORCE),
                handOff,
                Optional.empty(),
                Optional.of("home-services"),
                Optional.of("scale"),
                false,
                List.of(
                        new Sender(TOLL_FREE, Channel.SMS, SenderType.TOLL_FREE),
                        new Sender(LONG_CODE, Channel.SMS, SenderType.LONG_CODE),
                        new Sender(LONG_CODE, Channel.WHATSAPP, SenderType.WHATSAPP)),
                List.of(),
                List.of(
                        new Attestation("policy-accepted", "ada", accepted),
                        new Attestation("business-verified", "ada", accepted)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static SendRequest marketing() {
        return request(Purpose.MARKETING, Optional.empty(), Optional.of(BODY));
    }

    static SendRequest request(Purpose purpose, Optional<String> reference, Optional<String> body) {
        return new SendRequest(
                Channel.SMS,
                TOLL_FREE,
                ANNE,
                true,
                purpose,
                Origin.API,
                body,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                reference,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    SendAnswer.Decided ask(SendRequest request) {
        return ask(request, SendCommand.WhenBlocked.ANSWER, Optional.empty());
    }

    SendAnswer.Decided ask(
            SendRequest request, SendCommand.WhenBlocked whenBlocked, Optional<String> key) {
        return (SendAnswer.Decided) answer(request, whenBlocked, key);
    }

    SendAnswer answer(
            SendRequest request, SendCommand.WhenBlocked whenBlocked, Optional<String> key) {
        String bodyHash = Integer.toHexString(request.hashCode());
        SendCommand command = new SendCommand(request, whenBlocked, false, key, bodyHash);
        return world.authorizeSend().authorize(ADA, command);
    }

    /// Puts on record that Anne is a customer.
    void knowsAnne() {
        world.keepFacts()
                .keep(
                        world.facts(ADA),
                        ANNE,
                        Whereabouts.UNKNOWN,
                        Optional.of(
                                new KeepFacts.Known(
                                        "customer", Optional.empty(), Optional.empty())));
    }

    CaptureAnswer optIn(MessageClass messageClass, Optional<Integer> maxPerWeek) {
        return capture(new Coverage.OfClass(messageClass), Method.WEB_FORM, maxPerWeek, false);
    }

    CaptureAnswer capture(
            Coverage coverage, Method method, Optional<Integer> maxPerWeek, boolean doubleOptIn) {
        Disclosure disclosure =
                new Disclosure(
                        Optional.of(
                                "Ada Plumbing may send you text messages (SMS) and WhatsApp"
                                        + " messages"),
                        Optional.empty(),
                        false,
                        false);
        Evidence evidence =
                new Evidence(
                        Optional.of("203.0.113.9"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(world.clock.instant()),
                        Optional.empty());
        Capture capture =
                new Capture(
                        ANNE,
                        Channel.SMS,
                        List.of(coverage),
                        method,
                        Source.OWN_CUSTOMER,
                        Optional.empty(),
                        disclosure,
                        evidence,
                        maxPerWeek,
                        doubleOptIn);
        return world.captureConsent().capture(world.facts(ADA), capture, Optional.empty(), "hash");
    }

    /// A message whose provider signs no time.
    ReceiveMessage.Received hear(String id, String text) {
        return hear(id, text, Optional.empty());
    }

    ReceiveMessage.Received hear(String id, String text, Optional<Instant> at) {
        InboundMessage message =
                new InboundMessage(
                        "twilio",
                        id,
                        ANNE,
                        TOLL_FREE,
                        Channel.SMS,
                        Optional.of(text),
                        at,
                        Optional.empty(),
                        false,
                        true);
        return world.receiveMessage().receive(world.facts(ADA), message);
    }
}
