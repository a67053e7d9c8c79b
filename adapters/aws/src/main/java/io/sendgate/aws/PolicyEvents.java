package io.sendgate.aws;

import io.sendgate.account.AccountId;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Turns the notices of the policies' table into their events; documents themselves tell nothing.
public final class PolicyEvents {

    private static final String TYPE = "policy.published";

    /// A maker of events; it has no state.
    public PolicyEvents() {}

    /// The events of a write of the policies' table; none for what is no notice.
    ///
    /// The same write gives the same ids.
    public List<SuiteEvent> events(StreamedItem streamed) {
        Item item = new Item(streamed.image());
        return streamed.inserted() && PolicyStore.isNotice(item)
                ? List.of(event(PolicyStore.notice(item)))
                : List.of();
    }

    private static SuiteEvent event(PolicyNotice notice) {
        String to = notice.account().map(AccountId::value).orElse("");
        String place =
                String.format(Locale.ROOT, "%012d-%02d", notice.number(), to.isEmpty() ? 1 : 2);
        Envelope envelope =
                new Envelope(
                        String.join("|", notice.id(), notice.version(), to),
                        TYPE,
                        notice.id(),
                        notice.at(),
                        notice.account(),
                        place);
        EventData data =
                new EventData()
                        .put("policy", notice.id())
                        .put("version", notice.version())
                        .put("digest", notice.digest())
                        .put("summary", notice.summary())
                        .put("lastUpdated", notice.lastUpdated().map(Object::toString))
                        .put("effectiveAt", notice.effectiveAt())
                        .put("material", notice.material())
                        .put("account", Optional.of(to).filter(id -> !id.isEmpty()));
        return envelope.seal(data);
    }
}
