package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.accountstanding.cases.Once;
import io.sendgate.accountstanding.cases.Platform;
import io.sendgate.accountstanding.policies.AnnouncePolicies;
import io.sendgate.accountstanding.policies.PolicyDesk;
import io.sendgate.accountstanding.policies.PolicyVersions;
import io.sendgate.accountstanding.policies.PublishPolicy;
import io.sendgate.accountstanding.policies.ReplayPolicy;
import io.sendgate.aws.CaseStore;
import io.sendgate.aws.DecisionScan;
import io.sendgate.aws.Fence;
import io.sendgate.aws.LeasedAccounts;
import io.sendgate.aws.MachineClock;
import io.sendgate.aws.PolicyStore;
import io.sendgate.aws.StoredPolicy;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Decision;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.Ports;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.SendAnswer;
import io.sendgate.gate.SendCommand;
import io.sendgate.gate.Throughput;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.Policy;
import io.sendgate.policy.Rule;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Published versions over an embedded store: obeyed by a copy whose facts are warm, and replayed.
class PublishedPoliciesTest {

    private static final String TOLL_FREE = "+18885550123";
    private static final Instant NOON = Instant.parse("2026-11-21T18:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final Duration LEASE = Duration.ofMillis(300);
    private static final PolicyDocuments DOCUMENTS = PolicyDocuments.seeded();
    private static final byte[] NEXT =
            new String(DOCUMENTS.document("customerflows").orElseThrow().bytes(), UTF_8)
                    .replaceFirst(
                            "\"version\": \"[^\"]*\"",
                            "\"version\": \"next\", \"lastUpdated\": \"2026-12-01\","
                                    + " \"effectiveAt\": \""
                                    + LATER
                                    + "\"")
                    .getBytes(UTF_8);

    private final TestStore store = new TestStore();
    private final PolicyStore kept = new PolicyStore(store.client, store.tables);
    private final SeededPolicyBook book = new SeededPolicyBook(DOCUMENTS, this::document);
    private final MachineClock steady = new MachineClock();
    private Instant now = NOON;
    private final Ports ports =
            new Ports(
                    store.ledger(),
                    new LeasedAccounts(store.accounts(), LEASE, steady, InstantSource.system()),
                    book,
                    store.vault,
                    new MaskedIds(store.masters),
                    new NumberAtlas(),
                    () -> now,
                    steady,
                    store.chance);
    private final AuthorizeSend gate =
            new AuthorizeSend(
                    ports,
                    new RecipientLoop(ports.ledger(), ports.steady(), ports.chance()),
                    Throughput.UNLIMITED);

    private byte[] document(PlatformState.Published version) {
        return kept.find(version.id(), version.version()).map(StoredPolicy::document).orElseThrow();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void openAda() {
        store.accounts()
                .append(
                        AccountState.opened(TestStore.ADA, Profiles.listing(TOLL_FREE)),
                        "account-opened",
                        NOON);
    }

    private PublishPolicy publishPolicy() {
        PolicyVersions versions = new PolicyVersions(DOCUMENTS, book);
        return new PublishPolicy(
                new PolicyDesk(DOCUMENTS, book, versions),
                store.accounts(),
                kept,
                new Platform(store.accounts(), new Fence(LEASE, steady), () -> now),
                new AnnouncePolicies(store.accounts(), kept, book, () -> now),
                new Once(new CaseStore(store.client, store.tables)),
                () -> now);
    }

    private Decision ask(int person) {
        SendRequest request =
                new SendRequest(
                        Channel.SMS,
                        TOLL_FREE,
                        new PhoneNumber("+1312555%04d".formatted(person)),
                        true,
                        Purpose.MARKETING,
                        Origin.API,
                        Optional.of("Ada Plumbing: tomorrow at ten"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        SendCommand command =
                new SendCommand(
                        request, SendCommand.WhenBlocked.ANSWER, false, Optional.empty(), "hash");
        return ((SendAnswer.Decided) gate.authorize(TestStore.ADA, command)).decision();
    }

    private String version(int person) {
        return ask(person).policy().version();
    }

    @Test
    void aCopyWithWarmFactsObeysAPublishedVersionOnceItIsAcknowledged() {
        openAda();
        now = LATER;
        assertThat(version(1)).isNotEqualTo("next");
        now = NOON;

        publishPolicy().publish(NEXT, Optional.of("key"));

        now = LATER;
        assertThat(version(2)).isEqualTo("next");
        assertThat(ask(3).policy().digest())
                .isEqualTo(DOCUMENTS.parse(NEXT, DOCUMENTS::lexicon).ref().digest());
        now = LATER.minusMillis(1);
        assertThat(version(4)).isNotEqualTo("next");
        assertThat(kept.isFinished("customerflows", "next")).isTrue();
    }

    @Test
    void aDocumentThatWasKeptButNeverNamedIsPublishedByTheNextAttempt() {
        openAda();
        Policy policy = DOCUMENTS.parse(NEXT, DOCUMENTS::lexicon);
        kept.put(
                new StoredPolicy(
                        "customerflows", "next", policy.ref().digest(), NEXT, "As before", LATER));
        now = LATER;
        assertThat(version(1)).isNotEqualTo("next");
        now = NOON;

        publishPolicy().publish(NEXT, Optional.empty());
        publishPolicy().publish(NEXT, Optional.empty());

        assertThat(store.accounts().platform().published()).hasSize(1);
    }

    @Test
    void theSameVersionDecidesTheSameByteForByteAndAnotherDiffersByClause() {
        openAda();
        for (int person = 1; person <= 5; person++) {
            ask(person);
            ask(person);
        }
        Policy policy = DOCUMENTS.document("customerflows").orElseThrow().policy();
        Rule line =
                policy.rules().stream()
                        .filter(rule -> rule.head().code() == ReasonCode.OPT_OUT_LINE_MISSING)
                        .findFirst()
                        .orElseThrow();

        ReplayPolicy.Replay same = replay(policy);
        ReplayPolicy.Replay without = replay(policy.without(line));

        assertThat(same.comparison().decided()).isEqualTo(10);
        assertThat(same.comparison().same()).isEqualTo(10);
        assertThat(same.unreplayed().count()).isZero();
        assertThat(same.next()).isEmpty();
        assertThat(without.comparison().differences())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.clause().id()).isEqualTo(line.head().clause());
                            assertThat(one.removed()).isEqualTo(10);
                        });
    }

    private ReplayPolicy.Replay replay(Policy candidate) {
        return new ReplayPolicy(
                        new DecisionScan(store.client, store.tables, store.vault),
                        store.accounts(),
                        ports,
                        book)
                .replay(
                        new DecisionScan.Search(NOON, LATER, Optional.empty()),
                        candidate,
                        Optional.empty());
    }
}
