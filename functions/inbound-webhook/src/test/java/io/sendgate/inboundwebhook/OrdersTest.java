package io.sendgate.inboundwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.InboundMessage;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.Recipient;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.inboundwebhook.provider.Samples;
import io.sendgate.ledger.RecipientState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Every sequence of one to four messages with signed times, repeats among them, of five with
/// `-Dproof.factor=10`: the state depends on which there were, and on nothing else.
///
/// Tellings in which a START lifted a STOP and an ordinary message is older than the START are not
/// all here: whether such a message counts as a consent by conversation is not yet told from what
/// is kept of a STOP that has been lifted. Opt-outs do not depend on it.
class OrdersTest {

    private static final int LONGEST = Integer.getInteger("proof.factor", 1) >= 10 ? 5 : 4;
    private static final Map<Character, String> TEXTS =
            Map.of('M', "see you at ten", 'S', "STOP", 'T', "START");

    private final World world = new World();
    private final ReceiveMessage messages =
            new ReceiveMessage(
                    world.ports,
                    new RecipientLoop(
                            world.ports.ledger(), world.ports.steady(), world.ports.chance()));
    private int people;

    private static List<String> sequences() {
        List<String> all = new ArrayList<>();
        List<String> longest = List.of("");
        for (int length = 1; length <= LONGEST; length++) {
            longest =
                    longest.stream()
                            .flatMap(one -> Stream.of("M", "S", "T").map(one::concat))
                            .toList();
            all.addAll(longest);
        }
        return all;
    }

    private static Set<Integer> kinds(String sequence) {
        return Set.copyOf(sequence.chars().boxed().distinct().toList());
    }

    /// @param times the order in which they were written, oldest first; `=` ties the next to it
    @ParameterizedTest
    @CsvSource({
        "MST,SMS",
        "MTS,SMS",
        "TMS,SMS",
        "TSM,SMS",
        "MT=S,SMS",
        "MTS,WHATSAPP",
        "TMS,WHATSAPP",
        "TSM,WHATSAPP"
    })
    void theOrderOfArrivalDoesNotMatter(String times, Channel channel) {
        Map<Set<Integer>, String> outcomes = new HashMap<>();
        for (String sequence : sequences()) {
            String state = after(sequence, times, channel);
            String first = outcomes.computeIfAbsent(kinds(sequence), key -> state);
            assertThat(state).as("%s of %s", sequence, times).isEqualTo(first);
        }
    }

    private String after(String sequence, String times, Channel channel) {
        PhoneNumber person = new PhoneNumber("+1312%07d".formatted(2_200_000 + people++));
        for (char kind : sequence.toCharArray()) {
            messages.receive(
                    world.facts(),
                    new InboundMessage(
                            "generic",
                            kind + person.e164(),
                            person,
                            "+18885550123",
                            channel,
                            Optional.ofNullable(TEXTS.get(kind)),
                            Optional.of(time(kind, times)),
                            Optional.empty(),
                            false,
                            false));
        }
        Recipient recipient = Recipient.of(world.ports, world.facts(), person);
        return told(Recipient.state(world.ports.ledger().newest(recipient.tag())));
    }

    private static Instant time(char kind, String times) {
        int ties =
                (int) times.substring(0, times.indexOf(kind)).chars().filter(c -> c == '=').count();
        int place = times.indexOf(kind) - 2 * ties;
        return Samples.SENT.minusSeconds(600L - 60L * place);
    }

    /// All that an act leaves, but for the entries that recorded it.
    private static String told(RecipientState state) {
        return String.join(
                "; ",
                state.optOuts().stream().map(OrdersTest::told).sorted().toList().toString(),
                state.consents().stream().map(OrdersTest::told).sorted().toList().toString(),
                state.lastOptIn().map(act -> act.at().toString()).orElse("-"),
                state.inbound().toString());
    }

    private static String told(OptOut optOut) {
        return optOut.scope() + " " + optOut.act().at() + " " + optOut.revoked();
    }

    private static String told(Consent consent) {
        return consent.purposes()
                + " "
                + consent.tier()
                + " "
                + consent.method()
                + " "
                + consent.at();
    }
}
