package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.inboundwebhook.Providers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Parsers under rubbish: they read it or say that it is malformed, and nothing else ever happens.
class FuzzTest {

    private static final int ROUNDS = 10_000;
    private static final int ROUNDS_PER_VERIFICATION = 10;
    private static final long SEED = 20_261_121;
    private static final String SPICE = "{}[]\":,0129nulltruefalse&=%+\\u\u0000é";

    static Stream<String> providers() {
        return Samples.providers().stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aMangledRequestIsReadOrMalformed(String name) {
        Provider provider = new Providers().find(name).orElseThrow();
        Random random = new Random(SEED);
        Numbering numbers = new Numbering("US");
        List<Requests> samples = Samples.of(name).stream().map(Samples::request).toList();
        int read = 0;
        int malformed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Requests sample = samples.get(round % samples.size());
            Requests mangled = mangled(sample, random);
            if (round % ROUNDS_PER_VERIFICATION == 0) {
                provider.verify(mangled.raw(), Samples.settings(name));
            }
            try {
                assertThat(provider.parse(mangled.raw(), numbers)).isNotNull();
                read++;
            } catch (MalformedPayload expected) {
                malformed++;
            }
        }
        assertThat(read).isPositive();
        assertThat(malformed).isPositive();
    }

    /// A request without a body says it in its query.
    private static Requests mangled(Requests sample, Random random) {
        if (sample.raw().body().length > 0) {
            return sample.body(mangled(sample.raw().body(), random));
        }
        byte[] query = sample.raw().query().orElse("x").getBytes(StandardCharsets.UTF_8);
        return sample.query(new String(mangled(query, random), StandardCharsets.UTF_8));
    }

    private static byte[] mangled(byte[] body, Random random) {
        byte[] bytes = body;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] body, Random random) {
        if (body.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(body.length);
        byte[] bytes = body.clone();
        return switch (random.nextInt(5)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> {
                bytes[at] = (byte) SPICE.charAt(random.nextInt(SPICE.length()));
                yield bytes;
            }
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> without(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(20)));
            default -> doubled(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(20)));
        };
    }

    private static byte[] without(byte[] bytes, int from, int to) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, shorter, from, bytes.length - to);
        return shorter;
    }

    private static byte[] doubled(byte[] bytes, int from, int to) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + (to - from));
        System.arraycopy(bytes, from, longer, to, bytes.length - from);
        return longer;
    }
}
