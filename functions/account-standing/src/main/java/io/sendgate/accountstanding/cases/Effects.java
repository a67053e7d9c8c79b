package io.sendgate.accountstanding.cases;

import io.sendgate.account.AccountFacts;
import io.sendgate.account.AccountId;
import io.sendgate.accountstanding.accounts.AccountChange;
import io.sendgate.accountstanding.accounts.IdentityMarks;
import io.sendgate.aws.StoredCase;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.RecipientLedger;
import io.sendgate.gate.ReleaseReview;
import io.sendgate.gate.Vault;
import io.sendgate.standing.Action;
import io.sendgate.standing.CaseEntry;
import io.sendgate.standing.RecipientBlock;
import io.sendgate.standing.Restraint;
import io.sendgate.standing.Step;

import jakarta.inject.Singleton;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Does what a line of a case says; doing it again changes nothing.
@Singleton
public class Effects {

    private static final String WHY = "case";

    private final AccountBook accounts;
    private final Platform platform;
    private final IdentityMarks marks;
    private final KeepFacts facts;
    private final RecipientLedger ledger;
    private final Vault vault;
    private final ReleaseReview releaseReview;

    /// Over everything that a case can change.
    public Effects(
            AccountBook accounts,
            Platform platform,
            IdentityMarks marks,
            KeepFacts facts,
            RecipientLedger ledger,
            Vault vault,
            ReleaseReview releaseReview) {
        this.accounts = accounts;
        this.platform = platform;
        this.marks = marks;
        this.facts = facts;
        this.ledger = ledger;
        this.vault = vault;
        this.releaseReview = releaseReview;
    }

    /// Carries out a line; when this answers, it holds everywhere.
    ///
    /// @param recipient the number to be blocked, where the line blocks one
    void carryOut(CaseLoop.Written written, Optional<PhoneNumber> recipient) {
        Optional<AccountId> account = written.file().account();
        written.entry().acted().ifPresent(acted -> act(written.file(), acted, recipient));
        written.entry()
                .answer()
                .filter(Step.Answered::isGranted)
                .filter(answer -> ended(written.file(), answer))
                .ifPresent(answer -> platform.unban(written.file().id()));
        account.filter(id -> matters(written.entry()))
                .ifPresent(id -> accounts.apply(id, step(written.entry()), change(written)));
        written.entry()
                .acted()
                .filter(acted -> acted.action() == Action.APPROVE)
                .flatMap(acted -> written.file().history().opening().fact(Facts.AUTHORIZATION))
                .ifPresent(releaseReview::release);
    }

    private static Step step(CaseEntry entry) {
        return entry.step().orElseThrow();
    }

    /// Whether a line does anything to the account's standing.
    static boolean matters(CaseEntry entry) {
        return entry.step().isPresent()
                && entry.acted()
                        .map(acted -> acted.taken().isPresent() || !acted.ended().isEmpty())
                        .orElse(true);
    }

    private static AccountChange change(CaseLoop.Written written) {
        return new AccountChange(
                "standing-changed",
                Optional.of(written.entry().id()),
                written.entry().by(),
                Optional.of(written.file().id()));
    }

    private static boolean ended(StoredCase file, Step.Answered answer) {
        return file.history().actions().stream()
                .filter(acted -> acted.action() == Action.TERMINATE)
                .anyMatch(acted -> acted.id().equals(answer.appeal().action()));
    }

    private void act(StoredCase file, Step.Acted acted, Optional<PhoneNumber> recipient) {
        acted.taken()
                .filter(RecipientBlock.class::isInstance)
                .map(RecipientBlock.class::cast)
                .ifPresent(block -> block(file, block, recipient, true));
        blocks(file, one -> acted.ended().contains(one.id()))
                .forEach(block -> block(file, block, number(file, block), false));
        if (acted.action() == Action.TERMINATE && !isAboutAnEndUser(acted)) {
            AccountFacts banned = accounts.known(file.account().orElseThrow());
            platform.ban(marks.of(banned.account().profile()), file.id());
        }
    }

    private static boolean isAboutAnEndUser(Step.Acted acted) {
        return acted.taken()
                .filter(Restraint.class::isInstance)
                .map(Restraint.class::cast)
                .flatMap(Restraint::endUser)
                .isPresent();
    }

    private static List<RecipientBlock> blocks(StoredCase file, Predicate<RecipientBlock> which) {
        return file.history().actions().stream()
                .flatMap(acted -> acted.taken().stream())
                .filter(RecipientBlock.class::isInstance)
                .map(RecipientBlock.class::cast)
                .filter(which)
                .toList();
    }

    private void block(
            StoredCase file, RecipientBlock block, Optional<PhoneNumber> number, boolean blocked) {
        switch (block.reach()) {
            case PLATFORM -> platform.block(block.recipient().value(), blocked);
            case ACCOUNT ->
                    number.ifPresent(
                            found ->
                                    facts.block(
                                            accounts.known(file.account().orElseThrow()),
                                            found,
                                            blocked,
                                            WHY));
        }
    }

    /// The number that the family's own record of a blocked recipient holds.
    private Optional<PhoneNumber> number(StoredCase file, RecipientBlock block) {
        return switch (block.reach()) {
            case PLATFORM -> Optional.empty();
            case ACCOUNT ->
                    ledger.newest(block.recipient())
                            .flatMap(
                                    entry ->
                                            entry.state()
                                                    .tel()
                                                    .map(
                                                            kept ->
                                                                    vault.open(
                                                                            entry.root(),
                                                                            block.recipient(),
                                                                            kept)));
        };
    }
}
