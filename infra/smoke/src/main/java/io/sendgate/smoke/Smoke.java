package io.sendgate.smoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The entry point: `Smoke <base URL>` with the operator's key in `SENDGATE_KEY`.
///
/// It goes once through the suite with an account of its own, `acct_smoke`, and a recipient whose
/// number belongs to nobody, and ends with 1 where an answer is not what it must be. Running it
/// again changes nothing. The key that it is given by the suite is revoked at the end.
public final class Smoke {

    private static final String ACCOUNT = "/accounts/acct_smoke";
    private static final String PERSON = "+13125550142";
    private static final String DOCUMENT =
            """
            {'businessName':'Smoke Test','email':'smoke@sendgate.example','country':'US',
             'help':{'phone':'+15125550100','url':'https://sendgate.example/help'},
             'policy':'crm-text','packs':[],'mode':'enforce',
             'senders':[{'id':'+18885550190','channel':'sms','type':'toll-free'}],
             'attestations':[{'name':'policy-accepted','by':'smoke','at':'2026-01-02T00:00:00Z'}]}
            """;
    private static final String SEND =
            "{'channel':'sms','from':'+18885550190','to':'%s','purpose':'marketing',"
                    + "'body':'Smoke Test: hello. Reply STOP to unsubscribe'%s}";

    private final Suite suite;
    private final String operator;
    private final List<String> wrong = new ArrayList<>();

    private Smoke(Suite suite, String operator) {
        this.suite = suite;
        this.operator = operator;
    }

    /// Asks, and says of every answer whether it is what it must be.
    public static void main(String... args) {
        String key = Optional.ofNullable(System.getenv("SENDGATE_KEY")).orElse("");
        Smoke smoke = new Smoke(Suite.at(args[0]), key);
        smoke.open();
        smoke.through();
        if (!smoke.wrong.isEmpty()) {
            System.out.println("not as it must be: " + String.join(", ", smoke.wrong));
            System.exit(1);
        }
    }

    /// What everybody may ask, and what nobody may without a key.
    private void open() {
        expect("health", suite.ask("GET", "/health", "", ""), 200);
        expect("openapi", suite.ask("GET", "/openapi", "", ""), 200);
        expect("no key", suite.ask("GET", "/account", "", ""), 401);
        Suite.Answer forged =
                suite.ask("POST", "/webhooks/generic/acct_smoke", "", "{'id':'1','text':'START'}");
        expect("forged webhook", forged, answer -> answer.status() / 100 == 4);
    }

    /// From an account to a person who has opted out.
    private void through() {
        Suite.Answer account = suite.ask("PUT", ACCOUNT, operator, DOCUMENT);
        expect("account", account, answer -> answer.status() / 100 == 2);
        Suite.Answer issued = suite.ask("POST", ACCOUNT + "/keys", operator, "");
        expect("key", issued, 201);
        String key = issued.text("key");
        try {
            recipient(key);
        } finally {
            String path = ACCOUNT + "/keys/" + issued.text("id");
            expect(
                    "key revoked",
                    suite.ask("DELETE", path, operator, ""),
                    answer -> answer.status() / 100 == 2);
            expect("revoked key", suite.ask("GET", "/account", key, ""), 401);
        }
    }

    private void recipient(String key) {
        expect("own account", suite.ask("GET", "/account", key, ""), 200);
        Suite.Answer asked =
                suite.ask("POST", "/authorizations", key, SEND.formatted(PERSON, ",'dryRun':true"));
        expect("nothing without consent", asked, answer -> answer.text("decision").equals("deny"));
        String optOut = "{'recipient':'%s','scope':'all','via':'web'}".formatted(PERSON);
        expect(
                "opt-out",
                suite.ask("POST", "/opt-outs", key, optOut),
                answer -> answer.status() / 100 == 2);
        Suite.Answer refused =
                suite.ask("POST", "/authorizations", key, SEND.formatted(PERSON, ""));
        expect("opted out", refused, answer -> answer.body().contains("\"opted-out\""));
        Suite.Answer kept = suite.ask("GET", "/authorizations/" + refused.text("id"), key, "");
        expect("on record", kept, 200);
        Suite.Answer known = suite.ask("GET", "/recipients/" + PERSON.replace("+", "%2B"), key, "");
        expect("recipient", known, 200);
    }

    private void expect(String what, Suite.Answer answer, int status) {
        expect(what, answer, it -> it.status() == status);
    }

    private void expect(String what, Suite.Answer answer, Predicate<Suite.Answer> right) {
        boolean is = right.test(answer);
        System.out.printf("%-5s %3d  %s%n", is ? "ok" : "WRONG", answer.status(), what);
        if (!is) {
            wrong.add(what);
        }
    }
}
