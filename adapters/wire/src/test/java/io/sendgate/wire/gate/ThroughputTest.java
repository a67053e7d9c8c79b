package io.sendgate.wire.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.decision.Decision;
import io.sendgate.decision.Outcome;
import io.sendgate.decision.Pace;
import io.sendgate.decision.ReasonCode;
import io.sendgate.fake.FakeWorld;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.gate.SendCommand.WhenBlocked;
import io.sendgate.gate.Throughput;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.pace.Line;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class ThroughputTest {

    private static final Instant LATER = FakeWorld.START.plusSeconds(60);
    private static final Pace FULL = new Pace(Map.of(Line.OWN, LATER));

    private final Gate gate = new Gate("customerflows");
    private final OnePlace line = new OnePlace();

    private Decision ask(SendRequest request, WhenBlocked whenBlocked, boolean dryRun) {
        return ask(gate.world.ports().ledger(), request, whenBlocked, dryRun);
    }

    private Decision ask(
            RecipientLedger ledger, SendRequest request, WhenBlocked whenBlocked, boolean dryRun) {
        Ports world = gate.world.ports();
        Ports ports =
                new Ports(
                        ledger,
                        world.accounts(),
                        world.policies(),
                        world.vault(),
                        world.ids(),
                        world.atlas(),
                        world.clock(),
                        world.steady(),
                        world.chance());
        RecipientLoop loop = new RecipientLoop(ledger, ports.steady(), ports.chance());
        SendCommand command =
                new SendCommand(request, whenBlocked, dryRun, Optional.empty(), "body");
        SendAnswer answer = new AuthorizeSend(ports, loop, line).authorize(Gate.ADA, command);
        return ((SendAnswer.Decided) answer).decision();
    }

    private Decision ask(SendRequest request) {
        return ask(request, WhenBlocked.ANSWER, false);
    }

    private static SendRequest service() {
        return Gate.request(Purpose.SERVICE, Optional.empty(), Optional.of("Ada Plumbing: hello"));
    }

    @Test
    void anAllowTakesAPlaceAndTheNextWaitsForOne() {
        assertThat(ask(service()).allows()).isTrue();

        Decision second = ask(service());

        assertThat(second.codes()).containsExactly(ReasonCode.THROUGHPUT);
        assertThat(second.until()).contains(LATER);
        assertThat(second.reasons().getFirst().clause().id()).isEqualTo("throughput");
        assertThat(Pace.asDecided(second)).isEqualTo(FULL);
    }

    @Test
    void aRefusalTakesNoPlace() {
        assertThat(ask(Gate.marketing()).outcome()).isEqualTo(Outcome.DENY);

        assertThat(line.free).isTrue();
    }

    @Test
    void aRefusalNamesTheFullLineToo() {
        ask(service());

        assertThat(ask(Gate.marketing()).codes())
                .contains(ReasonCode.CONSENT_MISSING, ReasonCode.THROUGHPUT);
    }

    @Test
    void aDryRunTakesNoPlace() {
        assertThat(ask(service(), WhenBlocked.ANSWER, true).allows()).isTrue();

        assertThat(line.free).isTrue();
    }

    @Test
    void aPlaceIsGivenBackWhereTheAllowCannotBeWritten() {
        RecipientLedger broken = unwritable(gate.world.ports().ledger());

        assertThatThrownBy(() -> ask(broken, service(), WhenBlocked.ANSWER, false))
                .isInstanceOf(FactsUnavailable.class);
        assertThat(line.free).isTrue();
    }

    private static RecipientLedger unwritable(RecipientLedger ledger) {
        return (RecipientLedger)
                Proxy.newProxyInstance(
                        RecipientLedger.class.getClassLoader(),
                        new Class<?>[] {RecipientLedger.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("append")) {
                                throw new FactsUnavailable("down");
                            }
                            return method.invoke(ledger, arguments);
                        });
    }

    @Test
    void aHeldMessageWaitsForItsTurn() {
        ask(service());

        assertThat(ask(service(), WhenBlocked.HOLD, false).until()).contains(LATER.plusSeconds(1));
        assertThat(ask(service(), WhenBlocked.HOLD, false).until()).contains(LATER.plusSeconds(2));
    }

    /// A line with one place, of which others are told only when they ask for it.
    private static final class OnePlace implements Throughput {

        private boolean free = true;
        private int turns;

        @Override
        public Pace pace(Wish wish, Instant now) {
            return free ? Pace.OPEN : FULL;
        }

        @Override
        public Taken take(Wish wish, Instant now) {
            if (!free) {
                return new Taken.Full(FULL);
            }
            free = false;
            return new Taken.Place(() -> free = true);
        }

        @Override
        public Pace turn(Wish wish, Pace full, Instant now) {
            turns++;
            return new Pace(Map.of(Line.OWN, LATER.plusSeconds(turns)));
        }
    }
}
