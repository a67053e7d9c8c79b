package io.sendgate.wire.json;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Coverage;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Invents values of the core's types from a seed, whatever their shape.
final class Invented {
    private static final int MOST = 3;
    private static final Instant BASE = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<String> TEXTS =
            List.of("", "STOP", "Ada's \"P\"", "été 🙂", "a\nb\u2028c", "null", "{}", "0");
    private static final List<Object> FACTS =
            List.of("text", 3, 4_000_000_000L, -2.5, true, List.of("21:10", "20:10"), List.of());

    private final Random random;
    private final boolean nanos;

    /// @param nanos whether instants have more than milliseconds
    Invented(long seed, boolean nanos) {
        this.random = new Random(seed);
        this.nanos = nanos;
    }

    <T> T a(Class<T> type) {
        return type.cast(of(type));
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return oneOf(Arrays.asList(plain.getEnumConstants()));
        }
        if (plain == Coverage.class) {
            return coverage();
        }
        if (plain.isSealed() && plain != ZoneId.class) {
            return of(oneOf(Arrays.asList(plain.getPermittedSubclasses())));
        }
        return plain.isRecord() && !isText(plain) ? record(plain) : scalar(plain);
    }

    private static boolean isText(Class<?> type) {
        return List.of(AccountId.class, PhoneNumber.class, RecipientTag.class).contains(type);
    }

    /// A word that is both a purpose and a class means the class, so only others are purposes.
    private Coverage coverage() {
        return random.nextBoolean()
                ? new Coverage.OfClass(oneOf(List.of(MessageClass.values())))
                : new Coverage.OfPurpose(oneOf(List.of(Purpose.INVOICE, Purpose.FOLLOW_UP)));
    }

    private Object container(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        Class<?> raw = (Class<?>) generic.getRawType();
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(of(arguments[0]));
        }
        int size = random.nextInt(MOST + 1);
        if (raw == Map.class) {
            Map<Object, Object> map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                map.put("m" + i, of(arguments[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(of(arguments[0]));
        }
        return raw == Set.class ? new LinkedHashSet<>(list) : list;
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            // What is carried over has a test of its own.
            values[i] =
                    components[i].getName().equals("extra")
                            ? Map.of()
                            : of(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot invent a " + type, e);
        }
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> oneOf(TEXTS);
            case "Object" -> oneOf(FACTS);
            case "boolean" -> random.nextBoolean();
            case "int", "Integer" -> random.nextInt(1000);
            case "long", "Long" -> random.nextLong(1L << 40);
            case "double" -> random.nextInt(100) / 100.0;
            case "Instant" -> instant();
            case "Duration" -> Duration.ofMinutes(random.nextInt(10_000));
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case "ZoneId" ->
                    oneOf(List.of(ZoneId.of("America/Chicago"), ZoneId.of("Europe/Berlin")));
            case "AccountId" -> oneOf(List.of(new AccountId("acct_ada"), new AccountId("acct_b2")));
            case "RecipientTag" -> new RecipientTag("04AB3DEFGH5JKMNPQRSTVWXY");
            case "PhoneNumber" -> new PhoneNumber("+1650555" + (1000 + random.nextInt(9000)));
            default -> throw new IllegalArgumentException("cannot invent a " + type);
        };
    }

    private Instant instant() {
        Instant millis = BASE.plusMillis(random.nextInt());
        return nanos ? millis.plusNanos(random.nextInt(1_000_000)) : millis;
    }

    private <V> V oneOf(List<V> values) {
        return values.get(random.nextInt(values.size()));
    }
}
