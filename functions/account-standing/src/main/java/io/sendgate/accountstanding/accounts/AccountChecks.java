package io.sendgate.accountstanding.accounts;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;
import io.sendgate.rest.problem.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a schema cannot know of an account's document.
final class AccountChecks {

    private AccountChecks() {}

    /// Everything that is wrong with a document by itself, each at its place; empty where it is
    /// fit.
    static List<Violation> faults(AccountProfile profile, PolicyChoices choices) {
        return Stream.of(policy(profile, choices), packs(profile, choices), senders(profile))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Violation> policy(AccountProfile profile, PolicyChoices choices) {
        return choices.policies().contains(profile.policy())
                ? List.of()
                : List.of(new Violation("/policy", "is no policy; GET /policies lists them"));
    }

    private static List<Violation> packs(AccountProfile profile, PolicyChoices choices) {
        return each(
                profile.packs().orElse(List.of()),
                "/packs/",
                "",
                pack -> choices.packs().contains(pack) ? "" : "is no pack of rules");
    }

    private static List<Violation> senders(AccountProfile profile) {
        Set<Listed> seen = new HashSet<>();
        List<Violation> found =
                new ArrayList<>(
                        each(
                                profile.senders(),
                                "/senders/",
                                "",
                                sender -> seen.add(Listed.of(sender)) ? "" : "is listed twice"));
        found.addAll(
                each(
                        profile.senders(),
                        "/senders/",
                        "/id",
                        sender ->
                                needsNumber(sender.type()) && !sender.id().startsWith("+")
                                        ? "must be a telephone number"
                                        : ""));
        return found;
    }

    private static boolean needsNumber(SenderType type) {
        return switch (type) {
            case LONG_CODE, TOLL_FREE, WHATSAPP -> true;
            case SHORT_CODE, ALPHANUMERIC -> false;
        };
    }

    /// The violations of a list's items: `complaint` answers what is wrong with one, or nothing.
    private static <T> List<Violation> each(
            List<T> items, String before, String after, Function<T, String> complaint) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> new Violation(before + i + after, complaint.apply(items.get(i))))
                .filter(found -> !found.detail().isEmpty())
                .toList();
    }

    /// A sender as it can be listed once: SMS and MMS are one.
    private record Listed(String id, Channel carrier) {

        static Listed of(Sender sender) {
            return new Listed(sender.id(), sender.channel().carrier());
        }
    }
}
