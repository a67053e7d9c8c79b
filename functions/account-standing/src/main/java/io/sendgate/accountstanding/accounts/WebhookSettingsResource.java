package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.answer.Answers;
import io.sendgate.rest.auth.NeedsOperator;
import io.sendgate.rest.dto.WebhookSettingsDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Exchange;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import java.util.Optional;

/// How webhooks are believed: `/accounts/{id}/webhooks/{provider}`.
@Path("/accounts/{id}/webhooks/{provider}")
@NeedsOperator
public class WebhookSettingsResource {

    private final Exchange exchange;
    private final PutWebhookSettings settings;

    /// The resource over its use case.
    public WebhookSettingsResource(Exchange exchange, PutWebhookSettings settings) {
        this.exchange = exchange;
        this.settings = settings;
    }

    /// Puts the settings of one provider.
    @PUT
    public Response put(@PathParam("id") String id, @PathParam("provider") String provider) {
        AccountId account = account(id);
        WebhookSettingsDto body =
                exchange.body("webhook-settings", WebhookSettingsDto.class).value();
        WebhookSettings wanted =
                new WebhookSettings(
                        body.publicUrl(), body.secrets(), Optional.ofNullable(body.verifyToken()));
        return Answers.ok(settings.put(account, provider, wanted));
    }

    /// Shows the settings of one provider, how many secrets there are instead of the secrets.
    @GET
    public Response get(@PathParam("id") String id, @PathParam("provider") String provider) {
        return Answers.ok(settings.show(account(id), provider));
    }

    private static AccountId account(String id) {
        return AccountId.parse(id).orElseThrow(Problem.NOT_FOUND::toException);
    }
}
