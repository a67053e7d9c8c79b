package io.sendgate.inboundwebhook;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.aws.WebhookStore;
import io.sendgate.gate.Accounts;
import io.sendgate.inboundwebhook.provider.Heard;
import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.inboundwebhook.provider.MalformedPayload;
import io.sendgate.inboundwebhook.provider.Numbering;
import io.sendgate.inboundwebhook.provider.Provider;
import io.sendgate.inboundwebhook.provider.Result;
import io.sendgate.inboundwebhook.provider.Verdict;
import io.sendgate.rest.auth.OpenToAll;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.web.Exchange;
import io.sendgate.rest.web.RawRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/// The door that providers come to. It takes no key: a request is believed for its signature.
@Path("/webhooks/{provider}/{account}")
@OpenToAll
public class WebhookResource {

    private static final Logger LOG = Logger.getLogger(WebhookResource.class);

    private final Exchange exchange;
    private final Providers providers;
    private final Accounts accounts;
    private final WebhookStore webhooks;
    private final Reception reception;

    /// With what it needs to believe and to act.
    @Inject
    public WebhookResource(
            Exchange exchange,
            Providers providers,
            Accounts accounts,
            WebhookStore webhooks,
            Reception reception) {
        this.exchange = exchange;
        this.providers = providers;
        this.accounts = accounts;
        this.webhooks = webhooks;
        this.reception = reception;
    }

    /// Hears a provider.
    @POST
    public Response post(@PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    /// Hears a provider that verifies its URL, or sends with GET.
    @GET
    public Response get(@PathParam("provider") String provider, @PathParam("account") String account) {
        return hear(provider, account);
    }

    private Response hear(String providerName, String accountName) {
        Provider provider =
                providers.find(providerName).orElseThrow(Problem.NOT_FOUND::toException);
        AccountId id = AccountId.parse(accountName).orElseThrow(Problem.NOT_FOUND::toException);
        WebhookSettings settings =
                webhooks.find(id, providerName).orElseThrow(Problem.NOT_FOUND::toException);
        RawRequest request = exchange.raw();
        admit(provider.verify(request, settings), providerName, id);
        AccountFacts facts =
                accounts.facts(id).orElseThrow(Problem.NOT_FOUND::toException).facts();
        List<Heard> heard = parse(provider, request, facts);
        heard.forEach(one -> log(one, providerName, id));
        List<Result> results = reception.receive(facts, heard, request.receivedAt());
        return response(provider.answer(request, results));
    }

    private static List<Heard> parse(Provider provider, RawRequest request, AccountFacts facts) {
        try {
            return provider.parse(request, new Numbering(facts.account().profile().country()));
        } catch (MalformedPayload malformed) {
            throw Problem.of(ProblemType.BAD_REQUEST)
                    .because(String.valueOf(malformed.getMessage()))
                    .toException();
        }
    }

    private static void admit(Verdict verdict, String provider, AccountId account) {
        switch (verdict) {
            case Verdict.Genuine genuine -> {}
            case Verdict.Forged forged -> {
                LOG.warnf("Refused a request from %s for %s: not believed", provider, account);
                throw Problem.of(ProblemType.FORBIDDEN).toException();
            }
            case Verdict.Anonymous anonymous -> {
                LOG.warnf("Refused a request from %s for %s: no credentials", provider, account);
                throw new ProblemException(
                        Problem.of(ProblemType.UNAUTHORIZED)
                                .because("The provider's credentials are needed"),
                        Map.of(HttpHeaders.WWW_AUTHENTICATE, anonymous.scheme()));
            }
            case Verdict.Unsigned unsigned -> {
                LOG.warnf("Sent back a request from %s for %s: unsigned", provider, account);
                throw new ProblemException(
                        Problem.of(ProblemType.UNAVAILABLE)
                                .because("The request came without its signature"),
                        Map.of(HttpHeaders.RETRY_AFTER, "5"));
            }
        }
    }

    private static void log(Heard heard, String provider, AccountId account) {
        if (heard instanceof Heard.Ignored ignored) {
            LOG.infof("Ignored a part from %s for %s: %s", provider, account, ignored.why());
        }
    }

    private static Response response(HttpAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.body().ifPresent(body -> response.type(body.mediaType()).entity(body.text()));
        return response.build();
    }
}
