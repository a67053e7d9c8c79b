package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Sender;
import io.sendgate.aws.SenderClaims;
import io.sendgate.rest.problem.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The claims that one change of an account makes: all of them, or none in the end.
final class SenderClaiming {

    private final SenderClaims claims;
    private final AccountId account;
    private final AccountId root;
    private final Set<String> claimed = new HashSet<>();

    /// Claims for an account of a family; none yet.
    SenderClaiming(SenderClaims claims, AccountId account, AccountId root) {
        this.claims = claims;
        this.account = account;
        this.root = root;
    }

    /// Claims the senders that a document lists beyond those the account holds.
    ///
    /// @return those that belong to another root account, at their places; empty where all are
    ///     claimed
    List<Violation> claim(AccountProfile wanted, Set<String> held) {
        List<Violation> others = new ArrayList<>();
        List<Sender> senders = wanted.senders();
        for (int i = 0; i < senders.size(); i++) {
            String sender = senders.get(i).id();
            if (!held.contains(sender) && !claimed.contains(sender)) {
                if (claims.claim(sender, root, account).isPresent()) {
                    others.add(new Violation("/senders/" + i, "belongs to another root account"));
                } else {
                    claimed.add(sender);
                }
            }
        }
        return others;
    }

    /// Gives back whatever was claimed: the change is not made.
    void giveBack() {
        claimed.forEach(sender -> claims.release(sender, root));
    }

    /// Says that the account's document no longer lists these.
    void release(Set<String> dropped) {
        dropped.forEach(sender -> claims.release(sender, root));
    }

    /// The ids of the senders that a document lists.
    static Set<String> listed(AccountProfile profile) {
        return profile.senders().stream().map(Sender::id).collect(Collectors.toUnmodifiableSet());
    }
}
