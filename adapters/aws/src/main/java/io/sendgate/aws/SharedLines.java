package io.sendgate.aws;

import io.sendgate.account.AccountId;
import io.sendgate.aws.LineStore.StoredRange;
import io.sendgate.aws.LineStore.Version;
import io.sendgate.decision.Pace;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.gate.Throughput;
import io.sendgate.pace.Line;
import io.sendgate.pace.LineState;
import io.sendgate.pace.Range;
import io.sendgate.pace.RangeUse;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Lines and broadcasts' ranges that running copies share in DynamoDB.
///
/// A copy takes a second's worth of places with one write and settles that many messages without
/// the store. What it holds and does not use is lost when it ends.
public final class SharedLines implements Throughput {

    private static final int MOST_KEPT = 10_000;

    private final LineStore store;
    private final Map<String, LineLease> lines = new ConcurrentHashMap<>();
    private final Map<String, Optional<RangeLease>> ranges = new ConcurrentHashMap<>();

    /// Lines in this store.
    public SharedLines(DynamoDbClient client, Tables tables) {
        this.store = new LineStore(client, tables);
    }

    /// What came of reserving a range.
    public sealed interface Reserved {

        /// It is reserved, now or when the same request came first.
        record Slots(Range range) implements Reserved {}

        /// Its id is that of another request.
        record OtherRequest() implements Reserved {}

        /// Too many broadcasts are outstanding on the line.
        record TooMany() implements Reserved {}
    }

    /// Reserves a range for a broadcast: one write for the line, one that notes the range.
    ///
    /// An account's own line widens for one that was asked for at a higher rate.
    ///
    /// @param wanted the range; its start is where to begin looking for room
    /// @param asked hash of the request: the same again is answered with the same range
    public Reserved reserve(AccountId account, Line line, Range wanted, String asked) {
        Optional<Version<StoredRange>> before = store.range(account, wanted.id());
        if (before.isPresent()) {
            return reserved(before.get().state(), asked);
        }
        int roomFor = Math.max(line.perMinute(), wanted.perMinute());
        Optional<Range> range =
                lease(line)
                        .change(
                                line,
                                state -> state.reserve(roomFor, wanted).map(SharedLines::made));
        return range.<Reserved>map(one -> note(account, line, one, asked))
                .orElseGet(Reserved.TooMany::new);
    }

    private static LineLease.Change.Made<Range> made(LineState.Reserved reserved) {
        return new LineLease.Change.Made<>(reserved.after(), reserved.range());
    }

    private Reserved note(AccountId account, Line line, Range range, String asked) {
        StoredRange stored = new StoredRange(RangeUse.of(range), line.source(), asked);
        Optional<Version<StoredRange>> before = store.write(account, 0, stored);
        ranges.remove(key(account, range.id()));
        return before.map(Version::state)
                .map(other -> reserved(other, asked))
                .orElseGet(() -> new Reserved.Slots(range));
    }

    private static Reserved reserved(StoredRange stored, String asked) {
        return stored.asked().equals(asked)
                ? new Reserved.Slots(stored.use().range())
                : new Reserved.OtherRequest();
    }

    @Override
    public Pace pace(Wish wish, Instant now) {
        Optional<RangeLease> known = wish.broadcast().flatMap(id -> range(wish.account(), id));
        if (known.isPresent()) {
            switch (known.get().look(now)) {
                case RangeLease.Answer.Slot slot -> {
                    return Pace.OPEN;
                }
                case RangeLease.Answer.Early early -> {
                    return full(wish, known.get(), early.opens());
                }
                case RangeLease.Answer.Over over -> {}
            }
        }
        Map<String, Instant> opens = new HashMap<>();
        for (Line line : wish.lines()) {
            lease(line).opens(line, now).ifPresent(at -> opens.put(line.source(), at));
        }
        return new Pace(opens);
    }

    @Override
    public Taken take(Wish wish, Instant now) {
        Optional<RangeLease> range = wish.broadcast().flatMap(id -> range(wish.account(), id));
        if (range.isPresent()) {
            RangeLease lease = range.get();
            switch (lease.take(now)) {
                case RangeLease.Answer.Slot slot -> {
                    return new Taken.Place(lease::giveBack);
                }
                case RangeLease.Answer.Early early -> {
                    return new Taken.Full(full(wish, lease, early.opens()));
                }
                case RangeLease.Answer.Over over -> {}
            }
        }
        return takeOnLines(wish, now);
    }

    private Taken takeOnLines(Wish wish, Instant now) {
        Deque<LineLease> taken = new ArrayDeque<>();
        Map<String, Instant> full = new HashMap<>();
        try {
            for (Line line : wish.lines()) {
                LineLease lease = lease(line);
                lease.take(line, now)
                        .ifPresentOrElse(
                                opens -> full.put(line.source(), opens), () -> taken.push(lease));
            }
        } catch (FactsUnavailable unreachable) {
            taken.forEach(LineLease::giveBack);
            throw unreachable;
        }
        if (full.isEmpty()) {
            return new Taken.Place(() -> taken.forEach(LineLease::giveBack));
        }
        taken.forEach(LineLease::giveBack);
        return new Taken.Full(new Pace(full));
    }

    @Override
    public Pace turn(Wish wish, Pace full, Instant now) {
        Map<String, Instant> turns = new HashMap<>(full.opens());
        Optional<RangeLease> range = wish.broadcast().flatMap(id -> range(wish.account(), id));
        range.filter(one -> full.opens(source(wish, one)).isPresent())
                .filter(one -> one.look(now) instanceof RangeLease.Answer.Early)
                .ifPresentOrElse(
                        one ->
                                turns.computeIfPresent(
                                        source(wish, one), (key, opens) -> one.turn(opens, now)),
                        () -> wish.lines().forEach(line -> turn(line, turns, now)));
        return new Pace(turns);
    }

    private void turn(Line line, Map<String, Instant> turns, Instant now) {
        turns.computeIfPresent(
                line.source(), (source, opens) -> lease(line).turn(line, opens, now));
    }

    private static Pace full(Wish wish, RangeLease range, Instant opens) {
        return new Pace(Map.of(source(wish, range), opens));
    }

    /// The rule that speaks of a range's line; where the account has come under another policy
    /// since, that of its own line.
    private static String source(Wish wish, RangeLease range) {
        return wish.lines().stream()
                .map(Line::source)
                .filter(range.source()::equals)
                .findFirst()
                .orElse(Line.OWN);
    }

    private Optional<RangeLease> range(AccountId account, String id) {
        trim(ranges);
        return ranges.computeIfAbsent(
                key(account, id),
                key ->
                        store.range(account, id)
                                .map(found -> new RangeLease(store, account, found)));
    }

    private LineLease lease(Line line) {
        trim(lines);
        return lines.computeIfAbsent(
                line.owner() + "|" + line.source(), key -> new LineLease(store));
    }

    private static String key(AccountId account, String id) {
        return account.value() + "|" + id;
    }

    private static void trim(Map<?, ?> kept) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
    }
}
