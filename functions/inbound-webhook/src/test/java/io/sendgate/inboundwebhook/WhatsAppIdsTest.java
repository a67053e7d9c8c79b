package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.ScopedId;
import io.sendgate.gate.Identities;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.ReadRecipient;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.Recipient;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.inboundwebhook.provider.Samples;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.RecipientState;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// People whom WhatsApp names by an id alone, before and after their number is known.
class WhatsAppIdsTest {

    private static final ScopedId ID = new ScopedId("US.13491208655302741918");

    private final World world = new World();
    private final RecipientLoop loop =
            new RecipientLoop(world.ports.ledger(), world.ports.steady(), world.ports.chance());
    private final Identities identities = new Identities(world.ports, loop);
    private final ReceiveMessage messages = new ReceiveMessage(world.ports, loop);

    private Recipient scoped() {
        return Recipient.of(world.ports, world.facts(), ID);
    }

    private RecipientState ofId() {
        return Recipient.state(world.ports.ledger().newest(scoped().tag()));
    }

    private long entries() {
        return world.ports.ledger().entries(scoped().tag(), 0, 1_000).size();
    }

    private void says(String id, String text, Instant at) {
        messages.receive(
                world.facts(),
                new InboundMessage(
                        "meta",
                        id,
                        ID,
                        "+12025550144",
                        Channel.WHATSAPP,
                        Optional.of(text),
                        Optional.of(at),
                        Optional.empty(),
                        false,
                        false));
    }

    private static Instant before(int seconds) {
        return Samples.SENT.minusSeconds(seconds);
    }

    @Test
    void aStopOfAnIdSuppressesItsNumberOnceThatIsKnown() {
        world.hear("meta-id-only-stop");
        assertThat(world.state().optOuts()).isEmpty();
        assertThat(ofId().optOuts()).hasSize(1);

        world.hear("meta-id-and-number");

        assertThat(world.state().optOuts())
                .extracting(OptOut::scope, one -> one.act().at())
                .containsExactly(tuple(Scope.MARKETING, before(10)));
        assertThat(world.changes()).filteredOn(Change.OptedOut.class::isInstance).hasSize(1);
        assertThat(world.state().inbound()).isNotEmpty();
    }

    @Test
    void onceJoinedWhatNamesTheIdAloneIsTheNumbers() {
        world.hear("meta-id-and-number");
        long before = entries();

        world.hear("meta-id-only-stop");
        world.hear("meta-id-only-status");

        assertThat(world.state().optOuts()).hasSize(1);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aPersonIsJoinedOnce() {
        world.hear("meta-id-and-number");
        int changes = world.changes().size();

        world.hear("meta-id-and-number");

        assertThat(world.changes()).hasSize(changes);
        assertThat(entries()).isEqualTo(1);
        assertThat(identities.join(world.facts(), ID, World.PERSON)).isFalse();
    }

    @Test
    void aStartOfTheIdThatIsNewerLiftsTheOptOutOfTheNumber() {
        world.hear("meta-stop");
        assertThat(world.state().optOuts()).hasSize(1);

        says("wamid.start", "START", Samples.SENT);

        assertThat(world.state().optOuts()).isEmpty();
    }

    @Test
    void anOlderStopDoesNotOutliveANewerStartOfTheNumber() {
        says("wamid.1", "STOP", before(60));
        world.hear("twilio-start-advanced");
        assertThat(ofId().optOuts()).hasSize(1);

        identities.join(world.facts(), ID, World.PERSON);

        assertThat(world.state().optOuts()).isEmpty();
    }

    @Test
    void aReplayOfWhatTheIdHasSaidIsKnownUnderTheNumber() {
        says("wamid.1", "START", before(60));
        identities.join(world.facts(), ID, World.PERSON);
        int changes = world.changes().size();

        says("wamid.1", "START", before(60));

        assertThat(world.changes()).hasSize(changes);
        assertThat(world.state().used()).hasSize(1);
    }

    @Test
    void anIdStaysWithItsFirstNumber() {
        identities.join(world.facts(), ID, World.PERSON);
        identities.join(world.facts(), ID, new PhoneNumber("+15125550102"));

        says("wamid.1", "STOP", before(10));

        assertThat(world.state().optOuts()).hasSize(1);
    }

    @Test
    void theIdsTagLeadsToTheNumber() {
        ReadRecipient read = new ReadRecipient(world.ports);
        says("wamid.1", "STOP", before(10));
        assertThat(read.known(world.facts(), scoped().tag())).isEmpty();

        identities.join(world.facts(), ID, World.PERSON);

        ReadRecipient.Known known = read.known(world.facts(), scoped().tag()).orElseThrow();
        assertThat(known.recipient().number()).isEqualTo(World.PERSON);
        assertThat(known.state().optOuts()).hasSize(1);
    }

    @Test
    void anErasureTakesTheNumberOffTheIdToo() {
        says("wamid.1", "STOP", before(10));
        identities.join(world.facts(), ID, World.PERSON);

        new KeepFacts(world.ports, loop).erase(world.facts(), World.PERSON);

        assertThat(ofId().tel()).isEmpty();
        assertThat(world.state().tel()).isEmpty();
        assertThat(List.of(ofId().optOuts(), world.state().optOuts()))
                .allMatch(kept -> kept.size() == 1);
    }
}
