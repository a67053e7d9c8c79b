package io.sendgate.local.http;

import java.util.concurrent.atomic.AtomicInteger;

/// Opens accounts for tests, each with an id, senders and recipients that no other has.
final class Businesses {

    private static final String ACCOUNT =
            """
            {'businessName':'Ada Plumbing','brands':['Ada Plumbing'],'country':'US',
             'email':'%1$s@ada-plumbing.example','address':'1 Main St, Austin, TX 78701',
             'help':{'phone':'+15125550100','url':'https://ada-plumbing.example/help'},
             'policy':'%2$s','packs':[],'industry':'home-services','tier':'scale',
             'senders':[{'id':'%3$s','channel':'sms','type':'toll-free'},
                        {'id':'%4$s','channel':'sms','type':'long-code'},
                        {'id':'%5$s','channel':'whatsapp','type':'whatsapp'}],
             'attestations':[%6$s]%7$s}
            """;
    private static final String ATTESTED = "{'name':'%s','by':'ada','at':'2026-01-02T00:00:00Z'}";

    private static final String ENFORCED = ",'mode':'enforce'";

    private final Http http;
    private final AtomicInteger opened = new AtomicInteger();

    /// Accounts of a suite.
    Businesses(Http http) {
        this.http = http;
    }

    /// The suite they are opened in.
    Http http() {
        return http;
    }

    /// An account under a policy, without packs and with everything attested.
    Business open(String policy) {
        return open(policy, "");
    }

    /// The same with more members in its document, each with a comma before it.
    Business open(String policy, String more) {
        return open(policy, more, ENFORCED);
    }

    /// The same, with how binding its policy is: empty for what the policy's status says.
    Business open(String policy, String more, String mode) {
        int number = opened.incrementAndGet();
        Business business =
                new Business(http, "acct_b%d".formatted(number), "", number, policy, more + mode);
        business.put();
        Http.Answer key = http.post(Http.OPERATOR, "/accounts/" + business.id() + "/keys", "");
        return new Business(http, business.id(), key.at("/key"), number, policy, business.more());
    }

    /// The document of an account.
    static String document(Business business) {
        return ACCOUNT.formatted(
                business.id(),
                business.policy(),
                business.tollFree(),
                business.longCode(),
                business.whatsapp(),
                String.join(
                        ",",
                        ATTESTED.formatted("policy-accepted"),
                        ATTESTED.formatted("business-verified"),
                        ATTESTED.formatted("redundant-channels"),
                        ATTESTED.formatted("team-instructed")),
                business.more());
    }
}
