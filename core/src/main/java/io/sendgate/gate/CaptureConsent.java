package io.sendgate.gate;

import io.sendgate.account.AccountFacts;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Consent;
import io.sendgate.consent.PendingOptIn;
import io.sendgate.consent.Source;
import io.sendgate.decision.CaptureJudge;
import io.sendgate.decision.Reason;
import io.sendgate.decision.ReasonCode;
import io.sendgate.ledger.Bounds;
import io.sendgate.ledger.Change;
import io.sendgate.ledger.Detail;
import io.sendgate.ledger.Entry;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.KeyBinding;
import io.sendgate.ledger.Note;
import io.sendgate.ledger.NoteKey;
import io.sendgate.ledger.Preferences;
import io.sendgate.ledger.Ref;
import io.sendgate.ledger.RefusedSource;
import io.sendgate.ledger.StateDraft;
import io.sendgate.policy.Policy;
import io.sendgate.policy.PolicySet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Takes a consent in with its evidence, judges it and records it.
public final class CaptureConsent {

    private final Ports ports;
    private final RecipientLoop loop;

    /// The use case over its ports.
    public CaptureConsent(Ports ports, RecipientLoop loop) {
        this.ports = ports;
        this.loop = loop;
    }

    /// Captures a consent for an account.
    ///
    /// @param idempotencyKey the caller's key; the same key and body give the same consent
    /// @param bodyHash hash of the request as the caller sent it
    public CaptureAnswer capture(
            AccountFacts account,
            Capture capture,
            Optional<String> idempotencyKey,
            String bodyHash) {
        Recipient recipient = Recipient.of(ports, account, capture.recipient());
        Optional<String> keyHash = idempotencyKey.map(key -> recipient.keyHash("consent", key));
        Submission submission = new Submission(recipient, account, capture, keyHash, bodyHash);
        return loop.run(recipient.tag(), newest -> plan(submission, newest));
    }

    private Plan<CaptureAnswer> plan(Submission submission, Optional<Entry> newest) {
        Instant now = ports.clock().instant();
        Optional<KeyBinding> bound =
                Recipient.state(newest).keys().stream()
                        .filter(one -> submission.keyHash().filter(one.key()::equals).isPresent())
                        .filter(one -> !one.at().plus(Bounds.KEY_LIFE).isBefore(now))
                        .findFirst();
        if (bound.isPresent()) {
            return new Plan.Answer<>(repeat(submission, bound.get(), newest));
        }
        PolicySet policies = ports.policies().inForce(submission.account(), now);
        Capture capture = submission.capture();
        boolean hasWritten =
                Recipient.state(newest)
                        .lastInbound(submission.recipient().account(), capture.channel())
                        .isPresent();
        CaptureJudge.Worth worth =
                CaptureJudge.judge(
                        capture, submission.account().account().profile(), policies, hasWritten);
        return worth.counts()
                ? granted(submission, worth, newest, now)
                : refused(submission, worth, newest, now);
    }

    private Plan<CaptureAnswer> granted(
            Submission submission, CaptureJudge.Worth worth, Optional<Entry> newest, Instant now) {
        long number = Recipient.next(newest);
        String id = mint(submission, now, new Ref.Numbered(number));
        Consent consent = submission.consent(number, worth, now);
        Optional<Instant> pendingUntil =
                submission.capture().doubleOptIn()
                        ? Optional.of(now.plus(Bounds.PENDING_LIFE))
                        : Optional.empty();
        StateDraft draft = submission.recipient().draft(newest);
        pendingUntil.ifPresentOrElse(
                until -> draft.pending(new PendingOptIn(consent, until)),
                () -> take(submission, draft, consent, now));
        submission
                .keyHash()
                .map(hash -> new KeyBinding(hash, submission.bodyHash(), number, now))
                .ifPresent(binding -> draft.key(binding, now));
        Change change =
                pendingUntil
                        .<Change>map(until -> pending(id, consent, until))
                        .orElseGet(() -> granted(id, consent));
        Entry entry =
                submission
                        .recipient()
                        .entry(
                                newest,
                                now,
                                List.of(change),
                                Optional.of(submission.detail(id, worth, now)),
                                draft.done());
        return new Plan.Append<>(
                entry, new CaptureAnswer.Captured(id, worth.tier(), pendingUntil, now));
    }

    /// A capture older than an opt-out in force is taken as if it had arrived before it: revoked.
    private void take(Submission submission, StateDraft draft, Consent consent, Instant now) {
        Policy policy = ports.policies().inForce(submission.account(), now).policy();
        draft.consent(consent);
        draft.optOuts()
                .forEach(
                        optOut ->
                                Preferences.optOut(
                                        draft,
                                        optOut,
                                        RecordOptOut.endsWithMarketing(policy),
                                        now));
    }

    /// The change that a consent was given.
    static Change granted(String id, Consent consent) {
        return new Change.ConsentGranted(
                id,
                consent.account(),
                consent.channel(),
                consent.purposes().stream().map(one -> one.term()).toList(),
                consent.tier(),
                consent.method().term());
    }

    private static Change pending(String id, Consent consent, Instant until) {
        return new Change.ConsentPending(
                id,
                consent.account(),
                consent.channel(),
                consent.purposes().stream().map(one -> one.term()).toList(),
                until);
    }

    /// A refused capture is a note; one from a barred list is remembered, so that the gate can say
    /// so.
    private Plan<CaptureAnswer> refused(
            Submission submission, CaptureJudge.Worth worth, Optional<Entry> newest, Instant now) {
        List<ReasonCode> codes = worth.reasons().stream().map(Reason::code).distinct().toList();
        boolean bought = codes.contains(ReasonCode.PURCHASED_LIST);
        Ref.Noted noted =
                new Ref.Noted(
                        submission.keyHash().map(Recipient::bits).orElseGet(ports.chance()::next));
        Ref ref = bought ? new Ref.Numbered(Recipient.next(newest)) : noted;
        String id = mint(submission, now, ref);
        List<Change> changes =
                List.of(
                        new Change.ConsentRefused(
                                id,
                                submission.recipient().account(),
                                submission.capture().channel(),
                                codes));
        Optional<Detail> detail = Optional.of(submission.detail(id, worth, now));
        CaptureAnswer answer = new CaptureAnswer.Refused(id, worth.reasons());
        if (bought) {
            StateDraft draft =
                    submission.recipient().draft(newest).refusedSource(submission.source());
            submission
                    .keyHash()
                    .map(
                            hash ->
                                    new KeyBinding(
                                            hash,
                                            submission.bodyHash(),
                                            Recipient.next(newest),
                                            now))
                    .ifPresent(binding -> draft.key(binding, now));
            return new Plan.Append<>(
                    submission.recipient().entry(newest, now, changes, detail, draft.done()),
                    answer);
        }
        Note note =
                submission
                        .recipient()
                        .note(NoteKey.of(noted), newest, now, changes, detail, Optional.empty());
        return new Plan.Put<>(
                note,
                answer,
                existing -> existing.detail().map(one -> recorded(submission, one)).orElse(answer));
    }

    private CaptureAnswer repeat(Submission submission, KeyBinding bound, Optional<Entry> newest) {
        return newest.filter(one -> one.number() == bound.entry())
                .or(() -> ports.ledger().entry(submission.recipient().tag(), bound.entry()))
                .flatMap(Entry::detail)
                .map(detail -> recorded(submission, detail))
                .orElseThrow(() -> new FactsUnavailable("the recorded consent cannot be read"));
    }

    private static CaptureAnswer recorded(Submission submission, Detail detail) {
        return detail.consentCapture()
                .filter(found -> found.bodyHash().equals(Optional.of(submission.bodyHash())))
                .map(CaptureConsent::recorded)
                .orElseGet(CaptureAnswer.KeyReused::new);
    }

    private static CaptureAnswer recorded(Detail.ConsentCapture found) {
        if (!found.reasons().isEmpty()) {
            return new CaptureAnswer.Refused(found.id(), found.reasons());
        }
        Optional<Instant> pendingUntil =
                found.capture().doubleOptIn()
                        ? Optional.of(found.recordedAt().plus(Bounds.PENDING_LIFE))
                        : Optional.empty();
        return new CaptureAnswer.Captured(
                found.id(), found.tier(), pendingUntil, found.recordedAt());
    }

    private String mint(Submission submission, Instant at, Ref ref) {
        return ports.ids().mint(IdPrefix.CONS, at, submission.recipient().tag(), ref);
    }

    /// Who submits what.
    private record Submission(
            Recipient recipient,
            AccountFacts account,
            Capture capture,
            Optional<String> keyHash,
            String bodyHash) {

        Consent consent(long number, CaptureJudge.Worth worth, Instant now) {
            return new Consent(
                    number,
                    recipient.account(),
                    capture.channel().carrier(),
                    capture.purposes(),
                    worth.tier(),
                    capture.method(),
                    capture.source(),
                    capture.evidence().capturedAt().orElse(now),
                    now,
                    Optional.empty(),
                    capture.maxPerWeek(),
                    worth.proven());
        }

        RefusedSource source() {
            Source source = capture.source();
            return new RefusedSource(recipient.account(), source);
        }

        Detail detail(String id, CaptureJudge.Worth worth, Instant now) {
            return new Detail.ConsentCapture(
                    id,
                    capture,
                    worth.tier(),
                    capture.disclosure().text().map(Submission::sha256),
                    worth.reasons(),
                    now,
                    Optional.of(bodyHash));
        }

        private static String sha256(String text) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of()
                        .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }
}
