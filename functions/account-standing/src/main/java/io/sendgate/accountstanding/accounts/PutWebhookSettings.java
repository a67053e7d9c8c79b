package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.aws.AccountStore;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.aws.WebhookStore;
import io.sendgate.contact.Term;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Singleton;

/// Says how an account's webhooks from a provider are believed.
///
/// There is no wait: settings are under no lease, every webhook reads them afresh.
@Singleton
public class PutWebhookSettings {

    private final AccountStore accounts;
    private final WebhookStore settings;

    /// The use case over its ports.
    public PutWebhookSettings(AccountStore accounts, WebhookStore settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /// Settings as they are shown: never a secret.
    ///
    /// @param secrets how many there are
    /// @param verifyToken whether there is one
    public record View(String provider, String publicUrl, int secrets, boolean verifyToken) {

        private static View of(String provider, WebhookSettings settings) {
            return new View(
                    provider,
                    settings.publicUrl(),
                    settings.secrets().size(),
                    settings.verifyToken().isPresent());
        }
    }

    /// Puts settings in place of those before; their secrets are sealed.
    ///
    /// @param provider its name in the path
    /// @throws ProblemException 404 for another provider, or where there is no such account
    public View put(AccountId account, String provider, WebhookSettings wanted) {
        requireProvider(provider);
        if (accounts.newest(account).isEmpty()) {
            throw Problem.NOT_FOUND.toException();
        }
        settings.put(account, provider, wanted);
        return View.of(provider, wanted);
    }

    /// The settings in place.
    ///
    /// @param provider its name in the path
    /// @throws ProblemException 404 where there are none
    public View show(AccountId account, String provider) {
        requireProvider(provider);
        return settings.find(account, provider)
                .map(found -> View.of(provider, found))
                .orElseThrow(Problem.NOT_FOUND::toException);
    }

    private static void requireProvider(String provider) {
        if (Term.parse(WebhookProvider.class, provider).isEmpty()) {
            throw Problem.NOT_FOUND.toException();
        }
    }
}
