package io.sendgate.consentreview;

import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadRecipient;
import io.sendgate.gate.Recipient;
import io.sendgate.rest.auth.AccountCaller;
import io.sendgate.rest.dto.NumberReader;
import io.sendgate.rest.dto.Numbers;
import io.sendgate.rest.problem.Problem;
import io.sendgate.rest.web.Parameters;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Whom a path names: by a number as it is written in the account's country, or by the tag that
/// events carry.
///
/// A number always names somebody, known or not. A tag only names whom the account's family knows;
/// any other is not found, whoever it may belong to.
@Singleton
public class RecipientPath {

    private static final String NAME = "number";

    private final Ports ports;
    private final ReadRecipient readRecipient;
    private final NumberReader reader;

    /// Paths of this suite.
    @Inject
    public RecipientPath(Ports ports, NumberReader reader) {
        this.ports = ports;
        this.readRecipient = new ReadRecipient(ports);
        this.reader = reader;
    }

    /// The person, with what is known of them.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 where the text is neither, 404 for a
    ///     tag that the family does not know
    ReadRecipient.Known known(AccountCaller caller, String text) {
        return RecipientTag.isTag(text)
                ? behind(caller, text)
                : readRecipient.known(caller.facts(), number(caller, text));
    }

    /// The person; for a number nothing is read.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException as [#known]
    Recipient recipient(AccountCaller caller, String text) {
        return RecipientTag.isTag(text)
                ? behind(caller, text).recipient()
                : Recipient.of(ports, caller.facts(), number(caller, text));
    }

    private ReadRecipient.Known behind(AccountCaller caller, String tag) {
        return readRecipient
                .known(caller.facts(), new RecipientTag(tag))
                .orElseThrow(Problem.NOT_FOUND::toException);
    }

    private PhoneNumber number(AccountCaller caller, String text) {
        return new Numbers(reader, caller.country()).parameter(Parameters.number(NAME, text), NAME);
    }
}
