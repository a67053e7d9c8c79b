package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

/// The operator's and the accounts' hands in cases.
final class CaseDesk {

    private final Businesses businesses;
    private final Http http;

    CaseDesk(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
    }

    String open(Business business) {
        Http.Answer opened =
                http.post(
                        Http.OPERATOR,
                        "/cases",
                        "{'account':'%s','description':'It floods people'}"
                                .formatted(business.id()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.at("/id");
    }

    Http.Answer act(String file, String action, String clause, String more) {
        return http.post(
                Http.OPERATOR,
                "/cases/" + file + "/actions",
                "{'action':'%s','clause':'%s','reason':'As found','by':'olga'%s}"
                        .formatted(action, clause, more));
    }

    String done(String file, String action, String clause, String more) {
        Http.Answer answer = act(file, action, clause, more);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.at("/id")).startsWith("act_");
        return answer.at("/id");
    }

    Http.Answer appeal(Business business, String action) {
        return http.post(
                business.key(),
                "/appeals",
                """
                {'action':'%s','accountEmail':'ada@ada.example','description':'Not us',
                 'explanation':'Somebody else did it'}
                """
                        .formatted(action));
    }

    Http.Answer decide(String appeal, String outcome) {
        return http.post(
                Http.OPERATOR,
                "/appeals/" + appeal + "/decision",
                "{'outcome':'%s','explanation':'Looked into','by':'olga'}".formatted(outcome));
    }

    Business agreed(String policy) {
        Business business = businesses.open(policy);
        assertThat(business.written(business.person(1), "'marketing','transactional'", "").status())
                .isEqualTo(201);
        return business;
    }

    static String clauseOf(Http.Answer answer, String code) {
        for (int i = 0; i < answer.codes().size(); i++) {
            if (answer.at("/reasons/" + i + "/code").equals(code)) {
                return answer.at("/reasons/" + i + "/clause/id");
            }
        }
        return "";
    }
}
