package io.sendgate.consentcapture;

import io.sendgate.account.AccountId;
import io.sendgate.aws.OptOutList;
import io.sendgate.gate.Ports;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Entry;
import io.sendgate.rest.answer.Cursor;
import io.sendgate.rest.answer.PageView;
import io.sendgate.rest.answer.Paging;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.Optional;

/// The opt-outs that were recorded for an account, oldest first, with their numbers.
///
/// The list trails the ledger by a moment. It tells what was recorded; a START may have lifted it
/// since, which the recipient's own page tells.
@Singleton
public class OptOutPages {

    /// The list's name, which its cursors carry.
    static final String LIST = "opt-outs";

    private final OptOutList list;
    private final Ports ports;

    /// Pages of this list.
    @Inject
    public OptOutPages(OptOutList list, Ports ports) {
        this.list = list;
        this.ports = ports;
    }

    /// One page.
    ///
    /// @throws ProblemException 400 for a cursor that this list has not answered
    public PageView<OptOutView> page(AccountId account, Paging paging) {
        OptOutList.Page page = read(account, paging);
        return PageView.of(
                page.items().stream().flatMap(item -> view(account, item).stream()).toList(),
                page.next().map(next -> new Cursor(LIST, next)));
    }

    private OptOutList.Page read(AccountId account, Paging paging) {
        try {
            return list.page(account, paging.after(), paging.limit());
        } catch (IllegalArgumentException rubbish) {
            throw Problem.invalidParameter("after", "must be the next of an earlier answer")
                    .toException();
        }
    }

    /// An entry that an erasure has deleted since is left out, and so is one of another account.
    private Optional<OptOutView> view(AccountId account, OptOutList.Recorded item) {
        return ports.ledger()
                .entry(item.tag(), item.entry())
                .filter(entry -> entry.account().equals(account))
                .flatMap(this::view);
    }

    private Optional<OptOutView> view(Entry entry) {
        return entry.state()
                .tel()
                .map(tel -> ports.vault().open(entry.root(), entry.tag(), tel).e164())
                .flatMap(number -> optOut(entry).map(said -> view(number, entry, said)));
    }

    private static Optional<Change.OptedOut> optOut(Entry entry) {
        return entry.changes().stream()
                .filter(Change.OptedOut.class::isInstance)
                .map(Change.OptedOut.class::cast)
                .findFirst();
    }

    private static OptOutView view(String number, Entry entry, Change.OptedOut said) {
        return new OptOutView(
                number,
                said.scope(),
                said.channel().orElse(null),
                said.at(),
                entry.at(),
                said.via());
    }
}
