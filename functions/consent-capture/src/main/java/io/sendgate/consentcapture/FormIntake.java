package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.aws.StoredForm;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.CaptureAnswer;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.Ports;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes in what people post to forms.
///
/// Nothing it answers depends on who they are: whether a number is known or opted out never shows.
@Singleton
public class FormIntake {

    private static final int LONGEST_PHONE = 64;

    private final CaptureConsent captures;
    private final Ports ports;
    private final NumberReader reader;

    /// The intake over its use case.
    @Inject
    public FormIntake(CaptureConsent captures, Ports ports, NumberReader reader) {
        this.captures = captures;
        this.ports = ports;
        this.reader = reader;
    }

    /// What became of a post.
    sealed interface Outcome {

        /// It was received; so is what fell into the spam trap, of which nothing is recorded.
        record Received() implements Outcome {}

        /// It must be corrected first; nothing is recorded.
        record Faulty(List<FormFault> faults) implements Outcome {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }

        /// The form itself no longer makes a consent; kept as a refused capture.
        record Useless(CaptureAnswer.Refused refused) implements Outcome {}

        /// The key has been used with another body.
        record KeyReused() implements Outcome {}
    }

    /// Where a post came from.
    ///
    /// @param page the page it was posted from, as the browser says
    record Origin(String ip, Optional<String> userAgent, Optional<String> page) {

        @Override
        public String toString() {
            return "Origin";
        }
    }

    /// The facts of the account whose form it is.
    ///
    /// @throws ProblemException 404 where the account is gone
    AccountFacts account(StoredForm form) {
        return ports.accounts()
                .facts(form.account())
                .orElseThrow(Problem.NOT_FOUND::toException)
                .facts();
    }

    /// Takes a post in.
    ///
    /// @param idempotencyKey the poster's own key, which is told apart from the account's
    Outcome receive(
            StoredForm form, Submission posted, Origin origin, Optional<String> idempotencyKey) {
        if (posted.trapped()) {
            return new Outcome.Received();
        }
        AccountFacts account = account(form);
        Optional<PhoneNumber> number = number(posted, account);
        List<FormFault> faults = faults(form, posted, number);
        if (number.isEmpty() || !faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        Capture capture = capture(form, number.get(), origin);
        String body = Sha256.hex(form.id() + "|" + number.get().e164());
        CaptureAnswer answer =
                captures.capture(
                        account, capture, idempotencyKey.map(key -> form.id() + "/" + key), body);
        return switch (answer) {
            case CaptureAnswer.Captured captured -> new Outcome.Received();
            case CaptureAnswer.Refused refused -> new Outcome.Useless(refused);
            case CaptureAnswer.KeyReused reused -> new Outcome.KeyReused();
        };
    }

    private Optional<PhoneNumber> number(Submission posted, AccountFacts account) {
        return Optional.of(posted.phone())
                .filter(text -> text.length() <= LONGEST_PHONE)
                .flatMap(text -> reader.read(text, account.account().profile().country()))
                .map(NumberReader.Reading::number);
    }

    private static List<FormFault> faults(
            StoredForm form, Submission posted, Optional<PhoneNumber> number) {
        List<FormFault> faults = new ArrayList<>();
        if (posted.phone().isEmpty()) {
            faults.add(FormFault.PHONE_MISSING);
        } else if (number.isEmpty()) {
            faults.add(FormFault.PHONE_UNREADABLE);
        }
        if (posted.shown()
                .filter(hash -> !hash.equals(Sha256.hex(form.disclosure())))
                .isPresent()) {
            faults.add(FormFault.WORDS_CHANGED);
        } else if (!posted.agreed()) {
            faults.add(FormFault.BOX_NOT_TICKED);
        }
        return faults;
    }

    private Capture capture(StoredForm form, PhoneNumber number, Origin origin) {
        return new Capture(
                number,
                form.channel(),
                form.purposes(),
                Method.WEB_FORM,
                Source.OWN_CUSTOMER,
                Optional.empty(),
                new Disclosure(Optional.of(form.disclosure()), Optional.empty(), false, false),
                new Evidence(
                        Optional.of(origin.ip()).filter(ip -> !ip.isBlank()),
                        origin.userAgent(),
                        origin.page(),
                        Optional.of(ports.clock().instant()),
                        Optional.empty()),
                Optional.empty(),
                false);
    }
}
