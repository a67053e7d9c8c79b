package io.sendgate.wire.json;

import io.sendgate.account.AccountId;
import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Grant;
import io.sendgate.ledger.Inbound;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.RecipientState;
import io.sendgate.ledger.Reference;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// States of known sizes.
final class States {
    private static final AccountId ADA = new AccountId("acct_adaplumbing");
    private static final Instant AT = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final String HASH = "abcdefghijklmnopqrstuv";
    private static final int ALLOWS = 200;

    private States() {}

    /// One consent, one conversation, a message a week.
    static RecipientState typical() {
        return state(1, 1, 0, 1, List.of());
    }

    /// As many allows as a recipient may have in a day, with everything a grant can carry.
    static RecipientState atTheBoundOfAllows() {
        return state(ALLOWS, 0, 0, 0, List.of());
    }

    /// As above with their idempotency keys, and as many references and STARTs as there may be.
    static RecipientState atEveryBound() {
        List<String> used = IntStream.range(0, Bounds.USED).mapToObj(i -> HASH).toList();
        return state(ALLOWS, ALLOWS, Bounds.REFERENCES, Bounds.SEEN, used);
    }

    private static RecipientState state(
            int grants, int keys, int references, int seen, List<String> used) {
        return new RecipientState(
                Optional.of("A".repeat(60)),
                new Whereabouts(
                        Optional.of(ZoneId.of("America/Chicago")),
                        Optional.of("US"),
                        Optional.of("IL"),
                        Optional.of("60614")),
                List.of(),
                List.of(consent()),
                List.of(
                        new OptOut(
                                Scope.MARKETING,
                                Optional.empty(),
                                new Act(AT, true, 9),
                                List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Inbound(ADA, Channel.WHATSAPP, AT)),
                IntStream.range(0, grants).mapToObj(States::grant).toList(),
                IntStream.range(0, keys)
                        .mapToObj(i -> new KeyBinding(HASH, HASH, 1000 + i, AT))
                        .toList(),
                IntStream.range(0, references)
                        .mapToObj(i -> new Reference(ADA, "r".repeat(64), "booking", "open", AT))
                        .toList(),
                IntStream.range(0, seen).mapToObj(i -> HASH).toList(),
                used,
                used,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    private static Consent consent() {
        return new Consent(
                3,
                ADA,
                Channel.WHATSAPP,
                List.of(new Coverage.OfClass(MessageClass.MARKETING)),
                Tier.EXPRESS_WRITTEN,
                Method.WEB_FORM,
                Source.OWN_CUSTOMER,
                AT,
                AT,
                Optional.empty(),
                Optional.of(3),
                true);
    }

    private static Grant grant(int number) {
        return new Grant(
                1000 + number,
                AT.plusSeconds(number),
                ADA,
                Channel.SMS,
                Purpose.MARKETING,
                MessageClass.MARKETING,
                Origin.API,
                Optional.of(HASH),
                Optional.of(HASH),
                Optional.of(HASH),
                Optional.of(HASH),
                Grant.Status.GRANTED,
                AT.plusSeconds(600),
                false);
    }
}
