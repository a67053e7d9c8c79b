package io.sendgate.wire.json;

import com.fasterxml.jackson.databind.util.StdConverter;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Channel;
import io.sendgate.ledger.Grant;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.util.Optional;

/// A grant as a state keeps it: there may be 200 of them, so what is usual is left out.
///
/// What counts as usual is part of the format and never changes.
///
/// @param p the purpose
/// @param c the class, where it is not the purpose's usual one
/// @param o the origin, where it is not the API
/// @param su hash of the subject; `sq` of the sequence, `bo` of the body, `id` of the provider's id
/// @param s the status, where it is not granted
/// @param life milliseconds from the grant to the end of its permit
/// @param back whether an unredeemed permit gives its place back
record StoredGrant(
        long n,
        Instant at,
        AccountId by,
        Channel ch,
        Purpose p,
        Optional<MessageClass> c,
        Optional<Origin> o,
        Optional<String> su,
        Optional<String> sq,
        Optional<String> bo,
        Optional<String> id,
        Optional<Grant.Status> s,
        long life,
        boolean back) {

    static final class Writing extends StdConverter<Grant, StoredGrant> {
        @Override
        public StoredGrant convert(Grant grant) {
            return new StoredGrant(
                    grant.entry(),
                    grant.at(),
                    grant.account(),
                    grant.channel(),
                    grant.purpose(),
                    unusual(grant.messageClass(), grant.purpose().usualClass()),
                    unusual(grant.origin(), Origin.API),
                    grant.subject(),
                    grant.sequence(),
                    grant.body(),
                    grant.message(),
                    unusual(grant.status(), Grant.Status.GRANTED),
                    grant.expires().toEpochMilli() - grant.at().toEpochMilli(),
                    grant.returnable());
        }

        private static <T> Optional<T> unusual(T value, T usual) {
            return value == usual ? Optional.empty() : Optional.of(value);
        }
    }

    static final class Reading extends StdConverter<StoredGrant, Grant> {
        @Override
        public Grant convert(StoredGrant stored) {
            return new Grant(
                    stored.n(),
                    stored.at(),
                    stored.by(),
                    stored.ch(),
                    stored.p(),
                    stored.c().orElseGet(stored.p()::usualClass),
                    stored.o().orElse(Origin.API),
                    stored.su(),
                    stored.sq(),
                    stored.bo(),
                    stored.id(),
                    stored.s().orElse(Grant.Status.GRANTED),
                    stored.at().plusMillis(stored.life()),
                    stored.back());
        }
    }
}
