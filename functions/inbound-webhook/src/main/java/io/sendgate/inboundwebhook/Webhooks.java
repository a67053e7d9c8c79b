package io.sendgate.inboundwebhook;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.aws.WebhookStore;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.FactsUnavailable;
import io.sendgate.inboundwebhook.provider.Heard;
import io.sendgate.inboundwebhook.provider.HttpAnswer;
import io.sendgate.inboundwebhook.provider.MalformedPayload;
import io.sendgate.inboundwebhook.provider.Numbering;
import io.sendgate.inboundwebhook.provider.PathToken;
import io.sendgate.inboundwebhook.provider.Provider;
import io.sendgate.inboundwebhook.provider.Result;
import io.sendgate.inboundwebhook.provider.Verdict;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.rest.web.RawRequest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.util.List;
import java.util.Map;

/// Hears providers' requests: believed first, then read, then acted on, then answered.
@Singleton
public class Webhooks {

    private static final Logger LOG = Logger.getLogger(Webhooks.class);

    private final Providers providers;
    private final Accounts accounts;
    private final WebhookStore settings;
    private final Reception reception;

    /// With what it needs to believe and to act.
    @Inject
    public Webhooks(
            Providers providers, Accounts accounts, WebhookStore settings, Reception reception) {
        this.providers = providers;
        this.accounts = accounts;
        this.settings = settings;
        this.reception = reception;
    }

    /// Hears one request.
    ///
    /// @param providerName as the path has it
    /// @param accountName as the path has it, well formed or not
    /// @throws ProblemException 404 where there is no such provider, account or setting; 401, 403
    ///     or 503 where the request is not believed; 400 where it is genuine and malformed
    /// @throws FactsUnavailable where something could not be recorded
    public HttpAnswer hear(String providerName, String accountName, RawRequest request) {
        Believed believed = believe(providerName, accountName, request);
        List<Result> results =
                reception.receive(believed.facts(), believed.heard(), request.receivedAt());
        return believed.provider().answer(request, results);
    }

    /// Hears a request that has waited: as of its arrival, and with nobody left to answer.
    ///
    /// @throws ProblemException as [#hear]
    /// @throws FactsUnavailable where it must wait on
    public void hearLate(String providerName, String accountName, RawRequest request) {
        Believed believed = believe(providerName, accountName, request);
        reception.receiveLate(believed.facts(), believed.heard(), request.receivedAt());
    }

    private record Believed(Provider provider, AccountFacts facts, List<Heard> heard) {}

    private Believed believe(String providerName, String accountName, RawRequest request) {
        Provider provider =
                providers.find(providerName).orElseThrow(Problem.NOT_FOUND::toException);
        AccountId account =
                AccountId.parse(accountName).orElseThrow(Problem.NOT_FOUND::toException);
        WebhookSettings live =
                settings.find(account, providerName).orElseThrow(Problem.NOT_FOUND::toException);
        boolean called = PathToken.admits(live, providerName, account, request);
        Verdict verdict = called ? provider.verify(request, live) : new Verdict.Forged();
        admit(verdict, providerName, account);
        AccountFacts facts =
                accounts.facts(account).orElseThrow(Problem.NOT_FOUND::toException).facts();
        List<Heard> heard = parse(provider, request, facts);
        heard.forEach(one -> log(one, providerName, account));
        return new Believed(provider, facts, heard);
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
                        Map.of("WWW-Authenticate", anonymous.challenge()));
            }
            case Verdict.Unsigned unsigned -> {
                LOG.warnf("Sent back a request from %s for %s: unsigned", provider, account);
                throw new ProblemException(
                        Problem.of(ProblemType.UNAVAILABLE)
                                .because("The request came without its signature"),
                        Map.of("Retry-After", "5"));
            }
        }
    }

    private static void log(Heard heard, String provider, AccountId account) {
        if (heard instanceof Heard.Ignored ignored) {
            LOG.infof("Ignored a part from %s for %s: %s", provider, account, ignored.why());
        }
    }
}
