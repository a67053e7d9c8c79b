package io.sendgate.sendauthorization;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.Ports;
import io.sendgate.gate.QuietHours;
import io.sendgate.pace.Range;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.BroadcastDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// `/broadcasts`: what sending to very many people takes.
@Path("/broadcasts")
@NeedsAccount
public class BroadcastResource {

    /// How many people one read can look up.
    private static final int AT_ONCE = 100;

    private final Callers callers;
    private final Exchange exchange;
    private final NumberReader reader;
    private final ReserveBroadcast reserveBroadcast;
    private final InstantSource clock;
    private final QuietHours quietHours;

    /// The resource over the ports.
    @Inject
    public BroadcastResource(
            Callers callers,
            Exchange exchange,
            NumberReader reader,
            ReserveBroadcast reserveBroadcast,
            Ports ports) {
        this.callers = callers;
        this.exchange = exchange;
        this.reader = reader;
        this.reserveBroadcast = reserveBroadcast;
        this.clock = ports.clock();
        this.quietHours = new QuietHours(ports);
    }

    /// How long a broadcast takes at least; nothing is reserved.
    @POST
    @Path("/estimate")
    public Response estimate() {
        AccountCaller caller = callers.account();
        BroadcastDto broadcast = exchange.body("broadcast", BroadcastDto.class).value();
        Instant now = clock.instant();
        int rate = rate(caller, broadcast, now);
        EstimateView estimate = EstimateView.of(broadcast.count(), rate, now);
        return Answers.ok(withNumbers(estimate, caller, broadcast, now));
    }

    /// Reserves the slots of a broadcast.
    @POST
    public Response reserve() {
        AccountCaller caller = callers.account();
        Body<BroadcastDto> body = exchange.body("broadcast", BroadcastDto.class);
        BroadcastDto broadcast = body.value();
        Instant now = clock.instant();
        int rate = rate(caller, broadcast, now);
        EstimateView unreserved = EstimateView.of(broadcast.count(), rate, now);
        EstimateView estimate = withNumbers(unreserved, caller, broadcast, now);
        Range range =
                reserveBroadcast.reserve(
                        caller.facts(), broadcast.count(), rate, exchange.idempotency(body), now);
        return Answers.created(estimate.reserved(range));
    }

    private int rate(AccountCaller caller, BroadcastDto broadcast, Instant now) {
        return reserveBroadcast.rate(
                caller.facts(), Optional.ofNullable(broadcast.messagesPerMinute()), now);
    }

    private EstimateView withNumbers(
            EstimateView estimate, AccountCaller caller, BroadcastDto broadcast, Instant now) {
        List<PhoneNumber> numbers =
                broadcast.recipientNumbers(new Numbers(reader, caller.country()));
        return numbers.isEmpty()
                ? estimate
                : estimate.with(opens(caller.facts(), numbers, now), now);
    }

    private List<Optional<Instant>> opens(
            AccountFacts account, List<PhoneNumber> numbers, Instant now) {
        QuietHours.Broadcast broadcast = quietHours.of(account, now);
        Set<PhoneNumber> onRecord = new HashSet<>();
        SideBySide.all(lookUps(broadcast, numbers)).forEach(onRecord::addAll);
        List<Callable<Optional<Instant>>> work =
                numbers.stream()
                        .<Callable<Optional<Instant>>>map(
                                number -> () -> broadcast.opens(number, onRecord.contains(number)))
                        .toList();
        return SideBySide.all(work);
    }

    private static List<Callable<List<PhoneNumber>>> lookUps(
            QuietHours.Broadcast broadcast, List<PhoneNumber> numbers) {
        return IntStream.iterate(0, from -> from < numbers.size(), from -> from + AT_ONCE)
                .mapToObj(from -> numbers.subList(from, Math.min(from + AT_ONCE, numbers.size())))
                .<Callable<List<PhoneNumber>>>map(some -> () -> broadcast.onRecord(some))
                .toList();
    }
}
