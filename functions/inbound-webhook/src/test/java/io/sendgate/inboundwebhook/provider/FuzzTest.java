package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.inboundwebhook.Providers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
    private static final Numbering NUMBERS = new Numbering("US");
    private static final byte[] NOT_UTF_8 = {'{', '"', (byte) 0xc3, '"', (byte) 0xff, '}'};

    /// What parsers of JSON and of forms are known to stumble over.
    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "\u0000",
                    "\ufeff{}",
                    "null",
                    "0",
                    "\"\"",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "{\"\":{}}",
                    "[".repeat(100_000),
                    "{\"a\":".repeat(100_000),
                    "1".repeat(100_000),
                    "1e999999999",
                    "{\"id\":1e999999999}",
                    "{\"entry\":[{\"changes\":[{\"value\":[],\"field\":\"messages\"}]}]}",
                    "{\"results\":[[],{},null,1,{\"messageId\":{}}]}",
                    "[{\"type\":\"message-received\",\"message\":[]}]",
                    "{\"type\":\"mo_media\",\"body\":\"\",\"id\":\"1\",\"from\":\"+\"}",
                    "{\"data\":{\"event_type\":\"message.received\",\"payload\":null}}",
                    "{\"Type\":\"Notification\",\"Message\":\"{\\\"eventType\\\":1}\"}",
                    "{\"a\":\"\\ud800\",\"a\":\"\\udc00\"}",
                    "{\"from\":\"+\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\"}",
                    "a=%",
                    "a=%zz",
                    "a=%F0%28%8C%28",
                    "=&=&=",
                    "&".repeat(10_000),
                    "From=%2B&To=&MessageSid=%00&Body=%F0%9F%98%80");

    private static final String SPICE = "{}[]\":,0129nulltruefalse&=%+\\u\u0000é";

    static Stream<String> providers() {
        return Samples.providers().stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aMangledRequestIsReadOrMalformed(String name) {
        Provider provider = new Providers(Samples.sns()).find(name).orElseThrow();
        Random random = new Random(SEED);
        List<Requests> samples = Samples.of(name).stream().map(Samples::request).toList();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        long read = 0;
        long round = 0;
        for (; round < ROUNDS || System.nanoTime() < end; round++) {
            Requests sample = samples.get((int) (round % samples.size()));
            Requests mangled = mangled(sample, random);
            if (round % ROUNDS_PER_VERIFICATION == 0) {
                provider.verify(mangled.raw(), Samples.settings(name));
            }
            read += isRead(provider, mangled) ? 1 : 0;
        }
        if (SECONDS > 0) {
            System.out.printf("%s: %,d mangled requests, %,d of them read%n", name, round, read);
        }
        assertThat(read).isPositive().isLessThan(round);
    }

    private static boolean isRead(Provider provider, Requests request) {
        try {
            assertThat(provider.parse(request.raw(), NUMBERS)).isNotNull();
            return true;
        } catch (MalformedPayload expected) {
            return false;
        }
    }

    static Stream<Arguments> seeds() {
        return providers()
                .flatMap(
                        name ->
                                Stream.concat(
                                                NASTY.stream().map(FuzzTest::bytes),
                                                Stream.of(NOT_UTF_8))
                                        .map(body -> Arguments.of(name, body)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSeedOfTheCorpusIsReadOrMalformed(String name, byte[] body) {
        Provider provider = new Providers(Samples.sns()).find(name).orElseThrow();
        Requests request = Samples.request(Samples.of(name).getFirst()).body(body);
        Requests asked = request.query(new String(body, StandardCharsets.ISO_8859_1));
        for (Requests one : List.of(request, asked, asked.body(new byte[0]))) {
            assertThat(provider.verify(one.raw(), Samples.settings(name))).isNotNull();
            isRead(provider, one);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
