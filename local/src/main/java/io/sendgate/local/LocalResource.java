package io.sendgate.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.account.AccountId;
import io.sendgate.accountstanding.cases.StandingSweep;
import io.sendgate.aws.SuiteEvent;
import io.sendgate.frequencyreset.FrequencyResetHandler;
import io.sendgate.inboundwebhook.WorkOffBacklog;
import io.sendgate.local.store.StreamPump;
import io.sendgate.local.topic.LocalTopic;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.dto.LocalClockDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;
import io.smallrye.common.annotation.Blocking;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What only the local suite has: its clock, its schedules, its published events.
@Path("/local")
@NeedsOperator
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class LocalResource {

    private final SuiteClock clock;
    private final StreamPump pump;
    private final LocalTopic topic;
    private final FrequencyResetHandler frequencyReset;
    private final StandingSweep standing;
    private final LocalBacklog backlog;
    private final WorkOffBacklog workOffBacklog;
    private final Exchange exchange;
    private final ObjectMapper json;

    /// The resource over the suite's parts.
    @Inject
    public LocalResource(
            SuiteClock clock,
            StreamPump pump,
            LocalTopic topic,
            FrequencyResetHandler frequencyReset,
            StandingSweep standing,
            LocalBacklog backlog,
            WorkOffBacklog workOffBacklog,
            Exchange exchange,
            ObjectMapper json) {
        this.clock = clock;
        this.pump = pump;
        this.topic = topic;
        this.frequencyReset = frequencyReset;
        this.standing = standing;
        this.backlog = backlog;
        this.workOffBacklog = workOffBacklog;
        this.exchange = exchange;
        this.json = json;
    }

    /// What the clock says.
    ///
    /// @param now business time
    /// @param stopped whether it stands still
    public record ClockView(Instant now, boolean stopped) {}

    /// The clock.
    @GET
    @Path("/clock")
    public ClockView clock() {
        return new ClockView(clock.instant(), clock.isStopped());
    }

    /// Sets or moves the clock, and stops it.
    @PUT
    @Path("/clock")
    public ClockView setClock() {
        LocalClockDto change = exchange.body("local-clock", LocalClockDto.class).value();
        try {
            Optional.ofNullable(change.now()).ifPresent(clock::set);
            Optional.ofNullable(change.advance()).ifPresent(clock::advance);
        } catch (DateTimeException | ArithmeticException outOfTime) {
            String place = change.now() == null ? "/advance" : "/now";
            throw Problem.invalidBody(place, "must lead to a time from 1970 to 8999").toException();
        }
        return clock();
    }

    /// Returns to real time.
    @DELETE
    @Path("/clock")
    public ClockView releaseClock() {
        clock.release();
        return clock();
    }

    /// Fires a schedule now, after relaying what has been committed.
    @POST
    @Path("/schedules/{name}/run")
    public Map<String, Integer> run(@PathParam("name") String name) {
        pump.pumpUntilIdle();
        Map<String, Integer> done =
                switch (name) {
                    case "frequency-reset" -> frequencyReset.handleRequest(Map.of(), null);
                    case "account-standing" -> Map.of("done", standing.run());
                    case "inbound-webhook" -> Map.of("done", backlog.drain(workOffBacklog));
                    default -> throw Problem.NOT_FOUND.toException();
                };
        pump.pumpUntilIdle();
        return done;
    }

    /// What has been published, after relaying what has been committed.
    @GET
    @Path("/events")
    public Map<String, Object> events(
            @QueryParam("type") @Nullable String type,
            @QueryParam("account") @Nullable String account) {
        pump.pumpUntilIdle();
        Optional<AccountId> wanted = Optional.ofNullable(account).flatMap(AccountId::parse);
        List<JsonNode> items =
                account != null && wanted.isEmpty()
                        ? List.of()
                        : topic.events(Optional.ofNullable(type), wanted).stream()
                                .map(this::tree)
                                .toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", null);
        return page;
    }

    private JsonNode tree(SuiteEvent event) {
        try {
            return json.readTree(event.json());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
