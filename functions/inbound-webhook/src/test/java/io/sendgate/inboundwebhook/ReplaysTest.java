package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.contact.Channel;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.ledger.Bounds;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// Repeats of messages without a signed time, however many others came in between.
class ReplaysTest {

    private final World world = new World();
    private final ReceiveMessage messages =
            new ReceiveMessage(
                    world.ports,
                    new RecipientLoop(
                            world.ports.ledger(), world.ports.steady(), world.ports.chance()));

    private ReceiveMessage.Received says(String id, String text) {
        return messages.receive(
                world.facts(),
                new InboundMessage(
                        "twilio",
                        id,
                        World.PERSON,
                        "+18885550123",
                        Channel.SMS,
                        Optional.of(text),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true));
    }

    private void chats() {
        for (int i = 0; i < 2 * Bounds.SEEN; i++) {
            says("chat-" + i, "see you at ten " + i);
        }
        assertThat(world.state().seen()).hasSize(Bounds.SEEN);
    }

    @Test
    void aStopIsKnownAgainAfterManyOtherMessages() {
        says("stop", "STOP");
        says("start", "START");
        chats();

        assertThat(says("stop", "STOP").repeated()).isTrue();
        assertThat(world.state().optOuts()).isEmpty();
    }

    @Test
    void aStartIsKnownAgainAfterManyOtherMessages() {
        says("start", "START");
        says("stop", "STOP");
        chats();

        assertThat(says("start", "START").repeated()).isTrue();
        assertThat(world.state().optOuts()).hasSize(1);
    }

    @Test
    void aYesToNothingIsKnownAgainAfterManyOtherMessages() {
        says("yes", "YES");
        chats();

        assertThat(says("yes", "YES").repeated()).isTrue();
        assertThat(world.state().used()).isEmpty();
    }

    @Test
    void optOutsAreRememberedUpToTheirBound() {
        for (int i = 0; i < Bounds.ACTS + 5; i++) {
            says("stop-" + i, "STOP");
        }

        assertThat(world.state().acts()).hasSize(Bounds.ACTS);
        assertThat(says("stop-" + Bounds.ACTS, "STOP").repeated()).isTrue();
    }
}
