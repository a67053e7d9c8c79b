package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.decision.NoteJudge;
import io.sendgate.decision.Reason;

import java.util.List;

/// What an account may write down about recipients, by the documents in force for it.
final class Notebook {

    private Notebook() {}

    /// Requires that texts may be kept.
    ///
    /// @param texts a relationship's type and reference, a reference's name, a note
    /// @throws NoteRefused where one may not
    static void require(Ports ports, AccountFacts account, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        List<Reason> reasons =
                NoteJudge.judge(
                        texts,
                        account.account().profile().names(),
                        ports.policies().inForce(account, ports.clock().instant()));
        if (!reasons.isEmpty()) {
            throw new NoteRefused(reasons);
        }
    }
}
