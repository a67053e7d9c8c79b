package io.sendgate.fake;

import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Ids that show everything, for tests to read.
public final class FakeMint implements IdMint {

    @Override
    public String mint(IdPrefix prefix, Instant at, RecipientTag tag, Ref ref) {
        String place =
                switch (ref) {
                    case Ref.Numbered it -> "s" + it.number();
                    case Ref.Noted it -> "n" + it.bits();
                };
        return prefix.text() + at.toEpochMilli() + "." + tag.value() + "." + place;
    }

    @Override
    public Optional<Located> locate(IdPrefix prefix, String id) {
        if (!id.startsWith(prefix.text())) {
            return Optional.empty();
        }
        List<String> parts = List.of(id.substring(prefix.text().length()).split("\\."));
        long number = Long.parseLong(parts.get(2).substring(1));
        Ref ref = parts.get(2).startsWith("s") ? new Ref.Numbered(number) : new Ref.Noted(number);
        return Optional.of(
                new Located(
                        Instant.ofEpochMilli(Long.parseLong(parts.get(0))),
                        new RecipientTag(parts.get(1)),
                        ref));
    }
}
