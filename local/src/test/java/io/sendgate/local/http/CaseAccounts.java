package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The accounts of cases: one for every document that cases give, however many cases give it.
final class CaseAccounts {

    private static final String[] ACTIONS = {
        "warned", "warn",
        "under-investigation", "hold",
        "restricted", "restrict",
        "suspended", "suspend",
        "terminated", "terminate"
    };

    private final Http http;
    private final CaseDesk desk;
    private final Map<JsonNode, Open> opened = new HashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    CaseAccounts(Businesses businesses) {
        this.http = businesses.http();
        this.desk = new CaseDesk(businesses);
    }

    /// An account that has been opened.
    ///
    /// @param senders its own senders, by those of the cases
    record Open(
            Http http,
            CaseDesk desk,
            String id,
            String key,
            String name,
            String policy,
            Map<String, String> senders) {

        /// Has the operator act upon it.
        void act(String action, String more) {
            desk.done(desk.open(business()), action, CaseDesk.anyClause(policy), more);
        }

        /// Lets a message reach it through its provider.
        Http.Answer hears(String person, String channel, String text) {
            GenericPhone phone = phone(person);
            Instant now = phone.now();
            return phone.post(
                    """
                    {'id':'%s','type':'message','channel':'%s','from':'%s','to':'%s','text':'%s',
                     'receivedAt':'%s'}
                    """
                            .formatted(person + now, channel, person, sender(channel), text, now),
                    now);
        }

        GenericPhone phone(String person) {
            return new GenericPhone(business(), person);
        }

        private Business business() {
            return new Business(http, id, key, 0, policy, "");
        }

        private String sender(String channel) {
            return senders.values().stream()
                    .filter(sender -> sender.startsWith("+1786") == channel.equals("whatsapp"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// The account of a case.
    Open of(CaseStory story) {
        ObjectNode given = story.told().path("given").deepCopy();
        given.remove("recipient");
        return opened.computeIfAbsent(given, document -> open((ObjectNode) document));
    }

    private Open open(ObjectNode given) {
        int nth = number.incrementAndGet();
        String id = "acct_case%d".formatted(nth);
        ObjectNode document = given.path("account").deepCopy();
        document.put("email", id + "@ada-plumbing.example");
        Map<String, String> senders = senders(document, nth);
        if (given.has("root")) {
            document.put("parent", root(given, document, id));
        }
        put(id, document);
        String policy = document.path("policy").asText();
        String name = document.path("businessName").asText();
        Open account = new Open(http, desk, id, key(id), name, policy, senders);
        account.phone("").connected();
        given.path("blockedEndUsers").forEach(user -> block(account, user.asText()));
        if (given.has("standing")) {
            account.act(action(given.path("standing").asText()), "");
        }
        return account;
    }

    private String root(ObjectNode given, ObjectNode document, String id) {
        ObjectNode root = document.deepCopy();
        given.path("root").properties().forEach(it -> root.set(it.getKey(), it.getValue()));
        root.remove("senders");
        root.put("email", id + "@root.example");
        put(id + "root", root);
        return id + "root";
    }

    private void put(String id, ObjectNode document) {
        Http.Answer answer =
                http.send("PUT", "/accounts/" + id, Http.OPERATOR, document.toString(), Map.of());
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    private String key(String id) {
        return http.post(Http.OPERATOR, "/accounts/" + id + "/keys", "").at("/key");
    }

    private void block(Open account, String user) {
        http.put(account.key(), "/end-users/" + user, "{'state':'blocked'}");
    }

    private static String action(String standing) {
        for (int i = 0; i < ACTIONS.length; i += 2) {
            if (ACTIONS[i].equals(standing)) {
                return ACTIONS[i + 1];
            }
        }
        throw new IllegalArgumentException(standing);
    }

    /// Gives the document senders of its own: one belongs to one account only.
    private static Map<String, String> senders(ObjectNode document, int nth) {
        Map<String, String> senders = new HashMap<>();
        int which = 0;
        for (JsonNode sender : document.path("senders")) {
            String given = sender.path("id").asText();
            String own =
                    switch (sender.path("type").asText()) {
                        case "toll-free" -> "+1888%d55%04d".formatted(2 + which, nth);
                        case "long-code" -> "+1737%d55%04d".formatted(2 + which, nth);
                        case "whatsapp" -> "+1786%d55%04d".formatted(2 + which, nth);
                        case "short-code" -> "%d".formatted(70_000 + nth);
                        default -> given;
                    };
            ((ObjectNode) sender).put("id", own);
            senders.put(given, own);
            which++;
        }
        return senders;
    }
}
