package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
