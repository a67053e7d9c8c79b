package io.sendgate.consentcapture;

import io.sendgate.account.AccountFacts;
import io.sendgate.aws.FormStore;
import io.sendgate.aws.StoredForm;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.decision.CaptureJudge;
import io.sendgate.gate.Ports;
import io.sendgate.rest.answer.ReasonView;
import io.sendgate.rest.dto.FormDto;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.rest.problem.ProblemType;
import io.sendgate.wire.keys.PlainIds;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Defines and finds opt-in forms.
@Singleton
public class FormDefinition {

    private static final String PREFIX = "form_";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// Somebody whom the judge may imagine at the form; nothing is recorded of them.
    private static final PhoneNumber ANYBODY = new PhoneNumber("+12025550100");

    private final FormStore forms;
    private final PlainIds ids;
    private final Ports ports;

    /// Definitions in a store.
    @Inject
    public FormDefinition(FormStore forms, PlainIds ids, Ports ports) {
        this.forms = forms;
        this.ids = ids;
        this.ports = ports;
    }

    /// Defines a form, in place of the account's earlier one of that name.
    ///
    /// What was captured before keeps the words it was captured with.
    ///
    /// @throws ProblemException 400 for a name or a redirect that cannot be; 422 with `reasons`
    ///     where a consent on this form would be none
    public StoredForm define(AccountFacts account, String name, FormDto wanted) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.invalidParameter(
                            "name", "must be 1 to 64 letters, digits, dots, dashes or underscores")
                    .toException();
        }
        if (wanted.redirect() != null && !WebOrigin.isRedirect(wanted.redirect())) {
            throw Problem.invalidBody("/redirect", "must be an https address, or http on loopback")
                    .toException();
        }
        Instant now = ports.clock().instant();
        refuseUseless(account, wanted, now);
        String id = forms.claim(account.account().id(), name, ids.next(PREFIX, now));
        StoredForm form =
                new StoredForm(
                        id,
                        account.account().id(),
                        name,
                        wanted.channel(),
                        wanted.coverage(),
                        wanted.disclosure(),
                        Optional.ofNullable(wanted.redirect()),
                        origins(wanted),
                        now);
        forms.put(form);
        return form;
    }

    /// The form of that id; an id that cannot be is known without a read.
    ///
    /// @throws ProblemException 404 where there is none
    public StoredForm find(String id) {
        return Optional.of(id)
                .filter(one -> PlainIds.hasForm(PREFIX, one))
                .flatMap(forms::find)
                .orElseThrow(Problem.NOT_FOUND::toException);
    }

    private void refuseUseless(AccountFacts account, FormDto wanted, Instant now) {
        Capture complete =
                new Capture(
                        ANYBODY,
                        wanted.channel(),
                        wanted.coverage(),
                        Method.WEB_FORM,
                        Source.OWN_CUSTOMER,
                        Optional.empty(),
                        new Disclosure(
                                Optional.of(wanted.disclosure()), Optional.empty(), false, false),
                        new Evidence(
                                Optional.of("192.0.2.1"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(now),
                                Optional.empty()),
                        Optional.empty(),
                        false);
        CaptureJudge.Worth worth =
                CaptureJudge.judge(
                        complete,
                        account.account().profile(),
                        ports.policies().inForce(account, now),
                        false);
        if (!worth.counts()) {
            throw Problem.of(ProblemType.REFUSED)
                    .because("A consent on this form would be no consent")
                    .with("reasons", ReasonView.of(worth.reasons()))
                    .toException();
        }
    }

    private static List<String> origins(FormDto wanted) {
        return wanted.origins().stream()
                .flatMap(origin -> WebOrigin.of(origin).stream())
                .distinct()
                .toList();
    }
}
