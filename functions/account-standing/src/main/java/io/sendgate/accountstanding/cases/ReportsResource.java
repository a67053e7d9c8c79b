package io.sendgate.accountstanding.cases;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.Callers;
import io.sendgate.rest.auth.OpenToAll;
import io.sendgate.rest.dto.ReportDto;
import io.sendgate.rest.limits.RateLimit;
import io.sendgate.rest.schema.Body;
import io.sendgate.rest.web.Exchange;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.util.List;

/// Reports from anybody: `/reports`.
@Path("/reports")
@OpenToAll
public class ReportsResource {

    private final Exchange exchange;
    private final Callers callers;
    private final ReportLimit limit;
    private final ReceiveReport reports;

    /// The resource over its use case.
    public ReportsResource(
            Exchange exchange, Callers callers, ReportLimit limit, ReceiveReport reports) {
        this.exchange = exchange;
        this.callers = callers;
        this.limit = limit;
        this.reports = reports;
    }

    /// A report as it is acknowledged.
    public record ReportView(String id, @JsonProperty("case") String caseId) {}

    /// Takes a report in, 202. No key is needed; whoever shows one speaks for their account.
    @POST
    public Response report(@Context HttpHeaders headers) {
        String address = exchange.sourceIp();
        limit.perAddress.count(address);
        Body<ReportDto> body = exchange.body("report", ReportDto.class);
        List<String> shown = headers.getRequestHeader(HttpHeaders.AUTHORIZATION);
        ReceiveReport.Reporter reporter =
                new ReceiveReport.Reporter(
                        address, callers.shown(shown == null ? List.of() : shown));
        return Answers.accepted(
                reports.receive(body.value(), reporter, exchange.idempotency(body)));
    }

    /// How often one address may report; each running copy counts by itself.
    @Singleton
    public static class ReportLimit {

        private final RateLimit perAddress = RateLimit.perAddress(System::nanoTime);

        /// The limit on this machine's clock.
        public ReportLimit() {}
    }
}
