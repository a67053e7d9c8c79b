package io.sendgate.decision;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Licence;
import io.sendgate.account.Sender;
import io.sendgate.account.Template;
import io.sendgate.message.Origin;
import io.sendgate.policy.Content;
import io.sendgate.policy.When;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/// Tells whether a rule speaks of a message.
final class Filter {

    private Filter() {}

    static boolean lets(When when, Situation situation) {
        return allows(when.channels(), situation.request().channel())
                && allows(when.classes(), situation.messageClass())
                && allows(when.purposes(), situation.request().purpose())
                && allows(when.origins(), situation.request().origin())
                && allowsAny(when.senderTypes(), situation.sender().map(Sender::type))
                && allowsAny(when.countries(), situation.facts().country())
                && allowsAnyOf(when.regions(), situation.facts().regions())
                && letsAccount(when, situation)
                && letsMessage(when, situation);
    }

    private static boolean letsAccount(When when, Situation situation) {
        return isAsWanted(
                        when.emergencyServiceProvider(),
                        situation.profile().emergencyServiceProvider())
                && (when.forAnotherBusiness().isEmpty()
                        || when.forAnotherBusiness().get() == isForAnotherBusiness(situation))
                && (when.licence().isEmpty()
                        || when.licence().get().so()
                                == hasLicence(when.licence().get(), situation));
    }

    private static boolean letsMessage(When when, Situation situation) {
        return isAsWanted(when.broadcast(), situation.goesToMany())
                && (when.firstInConversation().isEmpty()
                        || isFirstInConversation(when.firstInConversation().get(), situation))
                && (when.template().isEmpty() || isOf(when.template().get(), situation))
                && (when.heard().isEmpty() || hasHeard(when.heard().get(), situation))
                && (when.mentions().isEmpty() || mentions(when.mentions().get(), situation));
    }

    private static boolean hasHeard(When.Heard wanted, Situation situation) {
        return wanted.so() == situation.hasWrittenWithin(wanted.within());
    }

    private static boolean mentions(Content.Mentions wanted, Situation situation) {
        return situation.wording().find(wanted, situation.document()).isPresent();
    }

    private static <T> boolean allows(Set<T> wanted, T actual) {
        return wanted.isEmpty() || wanted.contains(actual);
    }

    private static <T> boolean allowsAny(Set<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || actual.isPresent() && wanted.contains(actual.get());
    }

    private static <T> boolean allowsAnyOf(Set<T> wanted, Set<T> actual) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, actual);
    }

    private static boolean isAsWanted(Optional<Boolean> wanted, boolean actual) {
        return wanted.isEmpty() || wanted.get() == actual;
    }

    /// A sub-account whose name is none of its root's.
    private static boolean isForAnotherBusiness(Situation situation) {
        AccountProfile root = situation.facts().account().root().profile();
        return situation.profile().parent().isPresent()
                && root.names().stream()
                        .noneMatch(
                                name -> name.equalsIgnoreCase(situation.profile().businessName()));
    }

    private static boolean hasLicence(When.OnFile wanted, Situation situation) {
        LocalDate today = situation.at().atOffset(ZoneOffset.UTC).toLocalDate();
        return situation.profile().licences().stream()
                .filter(licence -> wanted.counts(licence.kind()))
                .map(Licence::validUntil)
                .anyMatch(until -> until.isEmpty() || !until.get().isBefore(today));
    }

    /// Whether the account's chatbot writes to the recipient after a silence of its own.
    private static boolean isFirstInConversation(Duration silence, Situation situation) {
        return situation.request().origin() == Origin.CHATBOT
                && situation.facts().recipient().grants().stream()
                        .filter(grant -> grant.account().equals(situation.account()))
                        .filter(grant -> grant.origin() == Origin.CHATBOT)
                        .filter(grant -> grant.channel().covers(situation.request().channel()))
                        .noneMatch(grant -> grant.at().isAfter(situation.at().minus(silence)));
    }

    private static boolean isOf(When.OfTemplate wanted, Situation situation) {
        Optional<String> name = situation.request().template();
        if (wanted.named() != name.isPresent()) {
            return false;
        }
        return wanted.categories().isEmpty()
                || situation.profile().templates().stream()
                        .filter(template -> name.equals(Optional.of(template.name())))
                        .map(Template::category)
                        .anyMatch(wanted.categories()::contains);
    }
}
