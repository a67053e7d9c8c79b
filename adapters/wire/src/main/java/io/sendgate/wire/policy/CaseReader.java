package io.sendgate.wire.policy;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.AccountState;
import io.sendgate.account.PlatformState;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.Facts;
import io.sendgate.decision.Pace;
import io.sendgate.ledger.RecipientState;
import io.sendgate.message.SendRequest;
import io.sendgate.standing.Action;
import io.sendgate.standing.BarredText;
import io.sendgate.standing.Order;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.StandingLevel;
import io.sendgate.standing.StandingState;
import io.sendgate.standing.Step;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns a case's file into what a decision is made of.
///
/// Texts stand for their own fingerprints: a case hides nothing.
final class CaseReader {

    static final AccountId ACCOUNT = new AccountId("acct_case");

    private static final AccountId ROOT = new AccountId("acct_root");

    private final String document;
    private final CaseFile file;

    private CaseReader(String document, CaseFile file) {
        this.document = document;
        this.file = file;
    }

    static PolicyCase read(String document, String clause, String name, CaseFile file) {
        CaseReader reader = new CaseReader(document, file);
        return new PolicyCase(
                document,
                clause,
                name,
                reader.request(),
                reader.facts(),
                file.given().notes(),
                file.at(),
                file.expect());
    }

    private SendRequest request() {
        CaseFile.Request asked = file.request();
        return new SendRequest(
                asked.channel(),
                asked.from(),
                new PhoneNumber(asked.to()),
                asked.valid().orElse(true),
                asked.purpose(),
                asked.origin(),
                asked.body(),
                asked.media(),
                asked.template(),
                asked.subject(),
                asked.reference(),
                asked.sequence(),
                asked.conversation(),
                asked.endUser(),
                asked.broadcast(),
                asked.notAfter());
    }

    private Facts facts() {
        CaseFile.Recipient recipient = file.given().recipient();
        return new Facts(
                account(),
                state(),
                recipient.zones().stream().map(ZoneId::of).collect(Collectors.toSet()),
                recipient.country(),
                new HashSet<>(recipient.regions()),
                false,
                new Facts.Fingerprint(
                        file.request().subject(), file.request().sequence(), file.request().body()),
                pace());
    }

    /// The lines that are full; one that names no document is the case's own document's.
    private Pace pace() {
        return new Pace(
                file.given().pace().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        line ->
                                                line.getKey().contains("/")
                                                        ? line.getKey()
                                                        : document + "/" + line.getKey(),
                                        Map.Entry::getValue)));
    }

    private AccountFacts account() {
        CaseFile.Given given = file.given();
        PlatformState platform =
                new PlatformState(
                        1,
                        List.of(),
                        Set.of(),
                        given.sendsClosed().orElse(false),
                        Map.of(),
                        Map.of());
        if (given.root().isEmpty()) {
            AccountState account = state(ACCOUNT, given.account());
            return new AccountFacts(account, account, platform);
        }
        CaseFile.Root root = given.root().get();
        return new AccountFacts(
                state(ACCOUNT, CaseFamily.child(given.account(), ROOT)),
                state(ROOT, CaseFamily.root(given.account(), root)),
                platform);
    }

    private AccountState state(AccountId id, AccountProfile profile) {
        return new AccountState(
                id,
                1,
                profile,
                List.of(),
                standing(),
                new HashSet<>(file.given().blockedEndUsers()),
                Map.of());
    }

    private StandingState standing() {
        StandingState standing =
                file.given().standing().map(CaseReader::standing).orElse(StandingState.GOOD);
        for (String text : file.given().barredTexts()) {
            Order order = order("act_" + text.hashCode());
            standing =
                    standing.after(
                            new Step.Acted(
                                    order,
                                    Action.HOLD,
                                    Optional.of(new BarredText(order, text)),
                                    false,
                                    Set.of()));
        }
        return standing;
    }

    private static Order order(String id) {
        return new Order(id, "case_given", "account-standing", Instant.EPOCH);
    }

    /// The standing that one action of that weight leads to.
    private static StandingState standing(StandingLevel level) {
        return Optional.of(level).flatMap(CaseReader::action).stream()
                .map(CaseReader::restraint)
                .map(one -> new StandingState(List.of(one), List.of(), List.of(), List.of()))
                .findFirst()
                .orElse(StandingState.GOOD);
    }

    private static Restraint restraint(Action action) {
        Order order = order("act_given");
        return new Restraint(order, action, Set.of(), Optional.empty(), Optional.empty(), false);
    }

    private static Optional<Action> action(StandingLevel level) {
        return switch (level) {
            case ACTIVE -> Optional.empty();
            case WARNED -> Optional.of(Action.WARN);
            case UNDER_INVESTIGATION -> Optional.of(Action.HOLD);
            case RESTRICTED -> Optional.of(Action.RESTRICT);
            case SUSPENDED -> Optional.of(Action.SUSPEND);
            case TERMINATED -> Optional.of(Action.TERMINATE);
        };
    }

    private RecipientState state() {
        return new CaseRecipient(file.given().recipient(), file.request().channel()).state();
    }
}
