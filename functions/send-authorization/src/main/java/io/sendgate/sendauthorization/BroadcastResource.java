package io.sendgate.sendauthorization;

import io.sendgate.account.AccountFacts;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.Ports;
import io.sendgate.gate.QuietHours;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.NeedsAccount;
import io.sendgate.rest.dto.BroadcastDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `/broadcasts`: what sending to very many people takes.
@Path("/broadcasts")
@NeedsAccount
public class BroadcastResource {

    private static final String RATE_MISSING =
            "is missing: neither the account nor its policy has a rate";

    private final Callers callers;
    private final Exchange exchange;
    private final NumberReader reader;
    private final InstantSource clock;
    private final QuietHours quietHours;

    /// The resource over the ports.
    @Inject
    public BroadcastResource(Callers callers, Exchange exchange, NumberReader reader, Ports ports) {
        this.callers = callers;
        this.exchange = exchange;
        this.reader = reader;
        this.clock = ports.clock();
        this.quietHours = new QuietHours(ports);
    }

    /// How long a broadcast takes at least; nothing is reserved.
    @POST
    @Path("/estimate")
    public Response estimate() {
        AccountCaller caller = callers.account();
        BroadcastDto broadcast = exchange.body("broadcast", BroadcastDto.class).value();
        List<PhoneNumber> numbers =
                broadcast.recipientNumbers(new Numbers(reader, caller.country()));
        Instant now = clock.instant();
        EstimateView estimate =
                EstimateView.of(broadcast.recipients(), rate(caller.facts(), broadcast), now);
        return Answers.ok(
                numbers.isEmpty()
                        ? estimate
                        : estimate.with(opens(caller.facts(), numbers, now), now));
    }

    /// The rate that is asked about, else the account's own.
    private static int rate(AccountFacts account, BroadcastDto broadcast) {
        return Optional.ofNullable(broadcast.messagesPerMinute())
                .or(account.account().profile()::messagesPerMinute)
                .orElseThrow(
                        () ->
                                Problem.invalidBody("/messagesPerMinute", RATE_MISSING)
                                        .toException());
    }

    private List<Optional<Instant>> opens(
            AccountFacts account, List<PhoneNumber> numbers, Instant now) {
        List<Callable<Optional<Instant>>> work =
                numbers.stream()
                        .<Callable<Optional<Instant>>>map(
                                number -> () -> quietHours.opens(account, number, now))
                        .toList();
        return SideBySide.all(work);
    }
}
