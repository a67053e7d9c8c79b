package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;

/// Somebody else may hold an account's keys: none of them is let in any more.
@ExtendWith(SharedSuite.class)
final class CompromiseIT {

    private static final String BREAK_IN =
            "{'description':'Our laptop is gone','kind':'account-compromise'%s}";

    private final Businesses businesses;
    private final Http http;

    CompromiseIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    private Http.Answer report(String key, String more) {
        return http.post(key, "/reports", BREAK_IN.formatted(more));
    }

    @Test
    void anAccountThatReportsABreakInHasItsKeysFrozenAtOnce() {
        Business ada = businesses.open("customerflows");
        String second = http.post(Http.OPERATOR, keysOf(ada), "").at("/key");

        Http.Answer reported = report(ada.key(), "");

        assertThat(reported.status()).isEqualTo(202);
        for (String key : List.of(ada.key(), second)) {
            assertThat(http.get(key, "/account").status()).isEqualTo(401);
        }
        Http.Answer file = http.get(Http.OPERATOR, "/cases/" + reported.at("/case"));
        assertThat(file.at("/account")).isEqualTo(ada.id());
        assertThat(file.at("/kind")).isEqualTo("account-compromise");
        String fresh = http.post(Http.OPERATOR, keysOf(ada), "").at("/key");
        assertThat(http.get(fresh, "/account").status()).isEqualTo(200);
    }

    @Test
    void theOperatorsCaseOfABreakInFreezesTheKeysToo() {
        Business ada = businesses.open("crm-text");

        Http.Answer opened =
                http.post(
                        Http.OPERATOR,
                        "/cases",
                        "{'account':'%s','description':'They called','kind':'account_compromise'}"
                                .formatted(ada.id()));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(http.get(ada.key(), "/account").status()).isEqualTo(401);
    }

    @Test
    void aStrangersWordFreezesNothing() {
        Business ada = businesses.open("customerflows");

        Http.Answer reported = report("", ",'accountName':'Ada Plumbing'");
        Http.Answer mistaken = report("sgk_wrong", "");

        assertThat(reported.status()).isEqualTo(202);
        assertThat(mistaken.status()).isEqualTo(202);
        assertThat(http.get(ada.key(), "/account").status()).isEqualTo(200);
    }

    @Test
    void whoActsForASubAccountFreezesItsOwnAccountsKeysOnly() {
        Business root = businesses.open("customerflows");
        Business sub = businesses.open("customerflows", ",'parent':'" + root.id() + "'");

        http.send(
                "POST", "/reports", sub.key(), BREAK_IN.formatted("").replace('\'', '"'), Map.of());

        assertThat(http.get(sub.key(), "/account").status()).isEqualTo(401);
        assertThat(http.get(root.key(), "/account").status()).isEqualTo(200);
    }

    private static String keysOf(Business business) {
        return "/accounts/" + business.id() + "/keys";
    }
}
