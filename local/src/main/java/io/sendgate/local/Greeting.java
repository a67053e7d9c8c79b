package io.sendgate.local;

import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.Map;

/// What the suite prints when it is ready: where it is, who may ask, and a first request.
@Singleton
public class Greeting {

    private static final int LAST = 10_000;

    private final DemoAccounts accounts;
    private final int port;
    private final String operatorKey;

    @Inject
    Greeting(
            DemoAccounts accounts,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "sendgate.operator-key") String operatorKey) {
        this.accounts = accounts;
        this.port = port;
        this.operatorKey = operatorKey;
    }

    void greet(@Observes @Priority(LAST) StartupEvent ready) {
        System.out.print(text(accounts.open()));
        System.out.flush();
    }

    private String text(Map<String, String> keys) {
        DemoAccount demo = DemoAccount.CUSTOMER_FLOWS;
        StringBuilder text = new StringBuilder();
        String base = "http://127.0.0.1:" + port;
        text.append("\nSendgate is ready at ").append(base).append("\n\n");
        text.append("  operator key        ").append(operatorKey).append('\n');
        keys.forEach((account, key) -> text.append("  %-18s  %s\n".formatted(account, key)));
        text.append("\nA first request: may this reminder go to this person, now?\n\n");
        text.append(
                """
                curl -s %s/authorizations \\
                  -H 'Authorization: Bearer %s' \\
                  -H 'Content-Type: application/json' \\
                  -d '{"channel":"sms","from":"%s","to":"%s","purpose":"appointment-reminder",
                       "body":"%s: we will be with you tomorrow at ten."}'

                """
                        .formatted(
                                base,
                                keys.get(demo.id().value()),
                                demo.tollFree(),
                                DemoAccounts.RECIPIENT.e164(),
                                demo.businessName()));
        return text.toString();
    }
}
