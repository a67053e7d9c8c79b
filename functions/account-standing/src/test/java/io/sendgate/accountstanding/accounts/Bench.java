package io.sendgate.accountstanding.accounts;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.aws.Fence;
import io.sendgate.aws.SenderClaims;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.SteadyClock;
import io.sendgate.gate.Vault;
import io.sendgate.rest.dto.AccountDto;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.schema.Json;
import io.sendgate.wire.json.SendgateJson;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One platform in memory, whose every append and wait is written down in order.
final class Bench {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final AccountId ADA = new AccountId("acct_ada");
    static final AccountId BOB = new AccountId("acct_bob");
    static final String PLAIN =
            """
            {"businessName": "Ada Plumbing", "policy": "customerflows"}\
            """;

    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();

    final List<String> journal = new ArrayList<>();
    final InMemoryAccounts store = new InMemoryAccounts(journal);
    final Map<String, AccountId> owners = new HashMap<>();
    final SenderClaims claims = claims();
    final AccountLoop loop =
            new AccountLoop(
                    store, new Fence(Duration.ofSeconds(2), clock()), InstantSource.fixed(NOW));
    final PutAccount putAccount =
            new PutAccount(
                    store,
                    loop,
                    claims,
                    new IdentityMarks(vault()),
                    DOCUMENTS,
                    new SeededPolicyBook(DOCUMENTS),
                    InstantSource.fixed(NOW));

    private static Vault vault() {
        Vault vault = mock(Vault.class);
        when(vault.hash(any(), anyString())).thenAnswer(call -> call.<String>getArgument(1));
        return vault;
    }

    /// Puts an account's document.
    PutAccount.Put put(AccountId account, String json) {
        return putAccount.put(account, profile(json));
    }

    /// The account as it is now.
    AccountState newest(AccountId account) {
        return store.newest(account).orElseThrow();
    }

    /// The document that JSON spells, as the resource reads it.
    static AccountProfile profile(String json) {
        AccountDto dto =
                Json.bind(
                        SendgateJson.readStrict(
                                json.getBytes(StandardCharsets.UTF_8),
                                com.fasterxml.jackson.databind.JsonNode.class),
                        AccountDto.class);
        return dto.toProfile(Bench::read);
    }

    private static Optional<NumberReader.Reading> read(String text, String country) {
        return Optional.of(text)
                .filter(number -> number.startsWith("+"))
                .map(number -> new NumberReader.Reading(new PhoneNumber(number), true));
    }

    private SteadyClock clock() {
        return new SteadyClock() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void pause(Duration duration) {
                journal.add("wait");
            }
        };
    }

    /// Claims that know only who owns what.
    private SenderClaims claims() {
        SenderClaims register = mock(SenderClaims.class);
        when(register.claim(anyString(), any(), any()))
                .thenAnswer(
                        call -> {
                            AccountId root = call.getArgument(1);
                            AccountId owner = owners.putIfAbsent(call.getArgument(0), root);
                            return Optional.ofNullable(owner).filter(other -> !other.equals(root));
                        });
        doAnswer(call -> owners.remove(call.<String>getArgument(0), call.<AccountId>getArgument(1)))
                .when(register)
                .release(anyString(), any());
        return register;
    }
}
