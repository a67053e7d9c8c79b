package io.sendgate.accountstanding.errand;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.arc.Unremovable;
import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.aws.Errand;
import io.sendgate.aws.Fence;
import io.sendgate.aws.RestoreGuard;
import io.sendgate.consent.Scope;
import io.sendgate.contact.Channel;
import io.sendgate.contact.RecipientTag;
import io.sendgate.contact.Term;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.ReplayOptOut;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/// An operator's errands around a restore, called with the rights of the AWS account, not over
/// HTTP.
///
/// `{"maintenance":"close-sends"}`; `{"maintenance":"replay-opt-outs","events":[…],
/// "complete":true}` with `opt-out.recorded` events as they were published, `complete` with the
/// last of them; `{"maintenance":"open-sends"}`, refused after a restore until the replay is
/// complete. When one answers, it holds everywhere.
@Singleton
@Unremovable
public class Maintain implements Errand {

    private static final String MEMBER = "maintenance";

    private final RestoreGuard guard;
    private final Fence fence;
    private final Accounts accounts;
    private final ReplayOptOut replay;
    private final InstantSource clock;

    /// The errands over the guard and the ledgers.
    ///
    /// @param clock business time
    @Inject
    public Maintain(
            RestoreGuard guard,
            Fence fence,
            Accounts accounts,
            ReplayOptOut replay,
            InstantSource clock) {
        this.guard = guard;
        this.fence = fence;
        this.accounts = accounts;
        this.replay = replay;
        this.clock = clock;
    }

    @Override
    public boolean takes(JsonNode event) {
        return event.has(MEMBER);
    }

    /// Runs an errand.
    ///
    /// @throws IllegalArgumentException where there is none of that name, or an event is none
    /// @throws IllegalStateException where the sends may not be opened yet
    @Override
    public Map<String, Object> run(JsonNode event) {
        Instant now = clock.instant();
        return switch (event.path(MEMBER).asText()) {
            case "close-sends" -> {
                guard.close(now);
                yield settled("closed");
            }
            case "open-sends" -> {
                guard.open(now);
                yield settled("open");
            }
            case "replay-opt-outs" -> replayed(event, now);
            default -> throw new IllegalArgumentException("no such maintenance");
        };
    }

    private Map<String, Object> settled(String sends) {
        fence.await();
        return Map.of("sends", sends);
    }

    private Map<String, Object> replayed(JsonNode event, Instant now) {
        int brought = 0;
        int there = 0;
        int unknown = 0;
        for (JsonNode told : event.path("events")) {
            Optional<AccountFacts> account =
                    AccountId.parse(told.path("account").asText())
                            .flatMap(accounts::facts)
                            .map(Accounts.Lease::facts);
            if (account.isEmpty()) {
                unknown++;
            } else if (replay.replay(account.get(), told(told))) {
                brought++;
            } else {
                there++;
            }
        }
        if (event.path("complete").asBoolean()) {
            guard.replayed(now);
        }
        return Map.of("broughtBack", brought, "there", there, "unknownAccounts", unknown);
    }

    private static ReplayOptOut.Told told(JsonNode event) {
        if (!event.path("type").asText().equals("opt-out.recorded")) {
            throw new IllegalArgumentException("only opt-outs are replayed");
        }
        JsonNode data = event.path("data");
        return new ReplayOptOut.Told(
                new RecipientTag(data.path("recipient").asText()),
                Term.parse(Scope.class, data.path("scope").asText()).orElseThrow(),
                Optional.of(data.path("channel").asText())
                        .filter(text -> !text.isEmpty())
                        .map(text -> Term.parse(Channel.class, text).orElseThrow()),
                OffsetDateTime.parse(data.path("at").asText()).toInstant(),
                data.path("via").asText());
    }
}
