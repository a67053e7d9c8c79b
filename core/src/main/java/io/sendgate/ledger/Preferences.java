package io.sendgate.ledger;

import io.sendgate.consent.Act;
import io.sendgate.consent.Consent;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Tier;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Purpose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How opt-outs and opt-ins change a state: the same acts in any order of arrival leave the same
/// state.
public final class Preferences {

    private Preferences() {}

    /// Applies an opt-out: the consents it covers end for good, pending opt-ins with them.
    ///
    /// A START that is newer, though it arrived before, lifts the opt-out at once.
    ///
    /// @param endsWithMarketing purposes that an opt-out from marketing ends too
    public static void optOut(
            StateDraft draft, OptOut wish, Set<Purpose> endsWithMarketing, Instant recorded) {
        List<OptOut.Revoked> revoked = new ArrayList<>();
        List<Consent> kept = new ArrayList<>();
        for (Consent consent : draft.consents()) {
            split(consent, wish, endsWithMarketing, kept, revoked);
        }
        draft.endConsents(consent -> true);
        kept.forEach(draft::consent);
        draft.endPending(waiting -> !actOf(waiting.consent()).after(wish.act()));
        Stream<OptOut.Revoked> before =
                draft.optOuts().stream()
                        .filter(
                                old ->
                                        old.scope() == wish.scope()
                                                && old.channel().equals(wish.channel()))
                        .flatMap(old -> old.revoked().stream());
        draft.optOut(
                new OptOut(
                        wish.scope(),
                        wish.channel(),
                        latest(draft, wish),
                        Stream.concat(before, revoked.stream()).distinct().toList()));
        draft.lastOptIn()
                .filter(act -> act.after(wish.act()))
                .ifPresent(act -> optIn(draft, act, recorded));
    }

    /// Ends consents that an ordinary message gave after an opt-out which arrives only now: had
    // that
    /// been there already, there would be none.
    public static void outdate(StateDraft draft, OptOut late) {
        Optional<Act> lifted = draft.lastOptIn().filter(act -> act.after(late.act()));
        draft.endConsents(
                consent ->
                        consent.method() == Method.CONVERSATION
                                && late.appliesTo(consent.channel())
                                && actOf(consent).after(late.act())
                                && lifted.filter(act -> !act.after(actOf(consent))).isEmpty());
    }

    /// Notes a message that may have been an opt-out; a START that is newer has answered it.
    public static void suspect(StateDraft draft, Act act) {
        boolean answered = draft.lastOptIn().filter(last -> last.after(act)).isPresent();
        boolean older = draft.suspected().filter(last -> last.after(act)).isPresent();
        if (!answered && !older) {
            draft.suspected(Optional.of(act));
        }
    }

    /// Ends the consents of somebody who turns out not to have this number; no START brings them
    /// back.
    public static void disown(StateDraft draft, Act act) {
        draft.endConsents(consent -> !actOf(consent).after(act));
        draft.endPending(waiting -> !actOf(waiting.consent()).after(act));
        List<OptOut> kept = draft.optOuts();
        draft.liftOptOuts(optOut -> true);
        kept.stream()
                .map(old -> new OptOut(old.scope(), old.channel(), old.act(), List.of()))
                .forEach(draft::optOut);
    }

    /// Applies a START: older opt-outs are lifted, and what they took comes back by keyword.
    ///
    /// @param recorded business time of the entry
    /// @return the consents that came back: express, never written
    public static List<Consent> optIn(StateDraft draft, Act act, Instant recorded) {
        if (draft.lastOptIn().filter(last -> last.after(act)).isEmpty()) {
            draft.lastOptIn(act);
        }
        draft.suspected(draft.suspected().filter(doubt -> !act.after(doubt)));
        List<OptOut> lifted =
                draft.optOuts().stream().filter(optOut -> act.after(optOut.act())).toList();
        List<Consent> given =
                lifted.stream()
                        .flatMap(optOut -> optOut.revoked().stream())
                        .distinct()
                        .map(revoked -> byKeyword(revoked, act, recorded))
                        .toList();
        draft.liftOptOuts(lifted::contains);
        given.forEach(draft::consent);
        return given;
    }

    /// Whether an opt-out in force already ends all that `wish` would.
    public static boolean alreadyOut(RecipientState state, OptOut wish) {
        return state.optOuts().stream()
                .filter(optOut -> optOut.includes(wish))
                .anyMatch(
                        optOut ->
                                state.lastOptIn().filter(act -> act.after(optOut.act())).isEmpty());
    }

    /// Whether an opt-out covers a grant, so that its open permit falls.
    public static boolean covers(OptOut wish, Grant grant, Set<Purpose> endsWithMarketing) {
        return wish.appliesTo(grant.channel())
                && switch (wish.scope()) {
                    case ALL -> true;
                    case MARKETING ->
                            grant.messageClass() == MessageClass.MARKETING
                                    || endsWithMarketing.contains(grant.purpose());
                };
    }

    private static Act latest(StateDraft draft, OptOut wish) {
        return draft.optOuts().stream()
                .filter(old -> old.scope() == wish.scope() && old.channel().equals(wish.channel()))
                .map(OptOut::act)
                .filter(act -> act.after(wish.act()))
                .findFirst()
                .orElse(wish.act());
    }

    private static void split(
            Consent consent,
            OptOut wish,
            Set<Purpose> endsWithMarketing,
            List<Consent> kept,
            List<OptOut.Revoked> revoked) {
        if (!wish.appliesTo(consent.channel()) || actOf(consent).after(wish.act())) {
            kept.add(consent);
            return;
        }
        List<Coverage> ended =
                consent.purposes().stream()
                        .filter(coverage -> ends(wish.scope(), coverage, endsWithMarketing))
                        .toList();
        List<Coverage> rest =
                consent.purposes().stream().filter(coverage -> !ended.contains(coverage)).toList();
        if (!ended.isEmpty()) {
            revoked.add(new OptOut.Revoked(consent.account(), consent.channel(), ended));
        }
        if (!rest.isEmpty()) {
            kept.add(consent.covering(rest));
        }
    }

    private static boolean ends(Scope scope, Coverage coverage, Set<Purpose> endsWithMarketing) {
        return switch (scope) {
            case ALL -> true;
            case MARKETING ->
                    switch (coverage) {
                        case Coverage.OfClass of -> of.messageClass() == MessageClass.MARKETING;
                        case Coverage.OfPurpose of ->
                                of.purpose() == Purpose.MARKETING
                                        || endsWithMarketing.contains(of.purpose());
                    };
        };
    }

    private static Act actOf(Consent consent) {
        return new Act(consent.at(), true, consent.entry());
    }

    private static Consent byKeyword(OptOut.Revoked revoked, Act act, Instant recorded) {
        return new Consent(
                act.entry(),
                revoked.account(),
                revoked.channel(),
                revoked.purposes(),
                Tier.EXPRESS,
                Method.KEYWORD,
                io.sendgate.consent.Source.OWN_CUSTOMER,
                act.at(),
                recorded,
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
