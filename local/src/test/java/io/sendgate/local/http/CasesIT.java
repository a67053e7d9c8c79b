package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Cases and reports over HTTP: who opens them, who sees them, what proves them.
@ExtendWith(SharedSuite.class)
final class CasesIT {

    private final Businesses businesses;
    private final Http http;
    private final CaseDesk desk;

    CasesIT(Businesses businesses) {
        this.businesses = businesses;
        this.http = businesses.http();
        this.desk = new CaseDesk(businesses);
    }

    @Test
    void aReportOpensACaseForAnybodyAndSaysWhatIsMissing() {
        Http.Answer received =
                http.post("", "/reports", "{'description':'<script>alert(1)</script>'}");
        assertThat(received.status()).isEqualTo(202);
        assertThat(received.at("/id")).startsWith("rep_");
        Http.Answer file = http.get(Http.OPERATOR, "/cases/" + received.at("/case"));
        assertThat(file.at("/state")).isEqualTo("open");
        assertThat(file.at("/description")).isEqualTo("<script>alert(1)</script>");
        assertThat(http.post("", "/reports", "{'accountName':'Ada'}").status()).isEqualTo(422);
        assertThat(desk.act(received.at("/case"), "dismiss", "none", "").status()).isEqualTo(201);
        assertThat(http.get(Http.OPERATOR, "/cases/" + received.at("/case")).at("/state"))
                .isEqualTo("closed");
    }

    @Test
    void aCaseIsItsAccountsAndTheOperatorsAndItsBundleIsHashed() {
        Business ada = businesses.open("customerflows");
        Business bob = businesses.open("customerflows");
        String file = desk.open(ada);
        desk.done(file, "refer", "F7.2.5", "");

        assertThat(http.get(ada.key(), "/cases/" + file).status()).isEqualTo(200);
        assertThat(http.get(bob.key(), "/cases/" + file).status()).isEqualTo(404);
        Http.Answer bundle = http.get(Http.OPERATOR, "/cases/" + file + "/bundle");
        assertThat(bundle.at("/sha256")).hasSize(64);
        assertThat(bundle.body().at("/bundle/records")).hasSize(2);
        assertThat(bundle.at("/bundle/case/history/1/previous"))
                .isEqualTo(bundle.at("/bundle/case/history/0/hash"));
    }

    @Test
    void aRepeatedActionIsTakenOnce() {
        Business ada = businesses.open("customerflows");
        String path = "/cases/" + desk.open(ada) + "/actions";
        String body = "{'action':'warn','clause':'F7.2.1','reason':'Mend it','by':'olga'}";

        Http.Answer first = http.post(Http.OPERATOR, path, body, "once-" + ada.id());
        Http.Answer second = http.post(Http.OPERATOR, path, body, "once-" + ada.id());

        assertThat(second.at("/id")).isEqualTo(first.at("/id"));
        assertThat(ada.events("standing.changed")).hasSize(1);
    }

    @Test
    void reportsThatNobodyCouldPlaceAreTakenUpInAnAccountsCase() {
        Business ada = businesses.open("customerflows");
        Business bob = businesses.open("customerflows");
        String first = reported("They write at night");
        String second = reported("They write every day");

        Http.Answer opened = takingUp(ada, first, second);
        Http.Answer taken = http.get(Http.OPERATOR, "/cases/" + first);
        Http.Answer bundle = http.get(Http.OPERATOR, "/cases/" + opened.at("/id") + "/bundle");

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(taken.at("/state")).isEqualTo("closed");
        assertThat(taken.at("/history/1/attachedTo")).isEqualTo(opened.at("/id"));
        assertThat(bundle.body().at("/bundle/reports")).hasSize(2);
        assertThat(bundle.at("/bundle/reports/1/records/0")).contains("They write every day");
        assertThat(http.get(ada.key(), "/cases/" + opened.at("/id") + "/bundle").text())
                .doesNotContain("They write", first);
        assertThat(takingUp(bob, first).status()).isEqualTo(409);
        assertThat(takingUp(bob, desk.open(ada)).status()).isEqualTo(422);
    }

    private String reported(String description) {
        Http.Answer received = http.post("", "/reports", "{'description':'" + description + "'}");
        return received.at("/case");
    }

    private Http.Answer takingUp(Business business, String... reports) {
        return http.post(
                Http.OPERATOR,
                "/cases",
                "{'account':'%s','description':'As reported','reports':['%s']}"
                        .formatted(business.id(), String.join("','", reports)));
    }

    @Test
    void aBundleHasWhatTheFindingRestsOnAndItsHashIsOfItsVeryBytes()
            throws NoSuchAlgorithmException {
        Business ada = desk.agreed("sipstack");
        ada.optOut(ada.person(1), "all");
        Http.Answer refused =
                ada.authorize(ada.person(1), "service", Business.VISIT, ",'origin':'manual'");
        assertThat(ada.events("case.opened")).hasSize(1);
        String file = http.get(Http.OPERATOR, "/cases?account=" + ada.id()).at("/items/0/id");
        desk.done(file, "suspend", "S4", "");

        Http.Answer bundle = http.get(Http.OPERATOR, "/cases/" + file + "/bundle");

        String text = bundle.text();
        String inner = text.substring(text.indexOf("\"bundle\":") + 9, text.length() - 1);
        assertThat(bundle.at("/sha256")).isEqualTo(sha256(inner));
        assertThat(bundle.at("/bundle/authorization/id")).isEqualTo(refused.at("/id"));
        assertThat(bundle.at("/bundle/authorization/body")).isEqualTo(Business.VISIT);
        assertThat(bundle.at("/bundle/account/standing")).isEqualTo("suspended");
        assertThat(bundle.body().at("/bundle/account/strikes")).hasSize(1);
        assertThat(bundle.at("/bundle/head")).isEqualTo(sha256(bundle.at("/bundle/records/1")));
        assertThat(text).doesNotContain(ada.person(1));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
