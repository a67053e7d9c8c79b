package io.sendgate.consentreview;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Consent;
import io.sendgate.consent.OptOut;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.contact.Channel;
import io.sendgate.decision.PermitJudge;
import io.sendgate.decision.ReasonCode;
import io.sendgate.gate.Recipient;
import io.sendgate.ledger.RecipientState;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;
import io.sendgate.policy.PolicySet;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a person has agreed to and refused, by channel and purpose, as the gate would see it.
///
/// Text messages stand for picture messages too. Purposes that nothing is on record about are left
/// out.
///
/// @param policies the documents that say what an opt-out ends
/// @param ids the public id of a consent
record PurposeStates(
        AccountFacts account,
        Recipient recipient,
        RecipientState state,
        PolicySet policies,
        Function<Consent, String> ids,
        Instant now) {

    private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.WHATSAPP);

    /// The states, by the words for channel and purpose.
    Map<String, Map<String, PurposeView>> byChannel() {
        Map<String, Map<String, PurposeView>> channels = new TreeMap<>();
        for (Channel channel : CHANNELS) {
            Map<String, PurposeView> purposes = new TreeMap<>();
            for (Purpose purpose : Purpose.values()) {
                stateOf(channel, purpose).ifPresent(view -> purposes.put(purpose.term(), view));
            }
            if (!purposes.isEmpty()) {
                channels.put(channel.term(), purposes);
            }
        }
        return channels;
    }

    private Optional<PurposeView> stateOf(Channel channel, Purpose purpose) {
        MessageClass messageClass = policies.policy().classOf(purpose);
        return optedOut(channel, purpose, messageClass)
                .or(() -> granted(channel, purpose, messageClass))
                .or(() -> pending(channel, purpose, messageClass));
    }

    /// Asks the judges, for opt-outs are compared with later consents, not deleted by them.
    private Optional<PurposeView> optedOut(
            Channel channel, Purpose purpose, MessageClass messageClass) {
        Optional<Instant> since =
                state.optOuts().stream()
                        .filter(optOut -> optOut.appliesTo(channel))
                        .map(PurposeStates::at)
                        .max(Comparator.naturalOrder());
        if (since.isEmpty()) {
            return Optional.empty();
        }
        SendRequest probe = probe(channel, purpose);
        return PermitJudge.judge(
                        probe,
                        recipient.facts(account, state, probe),
                        policies,
                        Optional.empty(),
                        now)
                .stream()
                .filter(reason -> reason.code() == ReasonCode.OPTED_OUT)
                .findFirst()
                .map(
                        reason ->
                                new PurposeView(
                                        PurposeView.OPTED_OUT,
                                        messageClass,
                                        null,
                                        null,
                                        since.get(),
                                        null,
                                        reason.fix().sentence()));
    }

    private static Instant at(OptOut optOut) {
        return optOut.act().at();
    }

    private Optional<PurposeView> granted(
            Channel channel, Purpose purpose, MessageClass messageClass) {
        return strongest(
                        state.consents().stream().filter(consent -> consent.holdsAt(now)),
                        channel,
                        purpose,
                        messageClass)
                .map(consent -> view(PurposeView.GRANTED, messageClass, consent, consent.until()));
    }

    private Optional<PurposeView> pending(
            Channel channel, Purpose purpose, MessageClass messageClass) {
        List<PendingOptIn> open =
                state.pending().stream().filter(waiting -> waiting.openAt(now)).toList();
        return strongest(open.stream().map(PendingOptIn::consent), channel, purpose, messageClass)
                .map(
                        consent ->
                                view(
                                        PurposeView.PENDING,
                                        messageClass,
                                        consent,
                                        open.stream()
                                                .filter(one -> one.consent().equals(consent))
                                                .map(PendingOptIn::until)
                                                .findFirst()));
    }

    private Optional<Consent> strongest(
            Stream<Consent> consents, Channel channel, Purpose purpose, MessageClass messageClass) {
        return consents.filter(consent -> consent.isFor(account.account().id(), channel))
                .filter(consent -> consent.covers(purpose, messageClass))
                .max(Comparator.comparing(Consent::tier).thenComparing(Consent::at));
    }

    private PurposeView view(
            String word, MessageClass messageClass, Consent consent, Optional<Instant> until) {
        return new PurposeView(
                word,
                messageClass,
                consent.tier(),
                ids.apply(consent),
                consent.at(),
                until.orElse(null),
                null);
    }

    /// A message of that purpose and nothing else: only the recipient's own wishes are asked for.
    private SendRequest probe(Channel channel, Purpose purpose) {
        return new SendRequest(
                channel,
                "",
                recipient.number(),
                true,
                purpose,
                Origin.API,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
