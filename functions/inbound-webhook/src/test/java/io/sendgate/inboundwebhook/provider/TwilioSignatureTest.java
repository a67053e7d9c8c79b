package io.sendgate.inboundwebhook.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.WebhookSettings;
import io.sendgate.rest.web.RawRequest;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class TwilioSignatureTest {

    private static final String TOKEN = "12345";
    private static final String PAGE = "https://mycompany.com/myapp.php";
    private static final String QUERY = "foo=1&bar=2";
    private static final String BODY =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309"
                    + "&To=%2B18005551212";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
    private static final String JSON_HASH =
            "bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private static boolean genuine(String publicUrl, Requests request) {
        return TwilioSignature.isGenuine(request.raw(), Requests.settings(publicUrl, TOKEN));
    }

    private static Requests signed(String query, String body, String signature) {
        return Requests.post("/myapp.php")
                .query(query)
                .body(body)
                .header("x-twilio-signature", signature);
    }

    private static boolean genuineForm(String body, String signature) {
        return genuine(PAGE, signed(QUERY, body, signature));
    }

    @Test
    void aFormPostIsGenuine() {
        assertThat(genuineForm(BODY, SIGNATURE)).isTrue();
    }

    @Test
    void theOrderOfTheParametersDoesNotMatter() {
        String turned =
                "To=%2B18005551212&From=%2B14158675309&Digits=1234&Caller=%2B14158675309"
                        + "&CallSid=CA1234567890ABCDE";
        assertThat(genuineForm(turned, SIGNATURE)).isTrue();
    }

    @Test
    void theSecureAndThePlainPortMayBeSignedOrNot() {
        String withPort = "kvajT1Ptam85bY51eRf/AJRuM3w=";
        String plain = "0ZXoZLH/DfblKGATFgpif+LLRf4=";
        assertThat(genuineForm(BODY, withPort)).isTrue();
        assertThat(genuine("https://mycompany.com:443/myapp.php", signed(QUERY, BODY, SIGNATURE)))
                .isTrue();
        assertThat(genuine("http://mycompany.com/myapp.php", signed(QUERY, BODY, plain))).isTrue();
        assertThat(genuine("http://mycompany.com:80/myapp.php", signed(QUERY, BODY, plain)))
                .isTrue();
    }

    @Test
    void anotherPortIsSignedAsItIs() {
        Requests request = signed(QUERY, BODY, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=");
        assertThat(genuine("http://mycompany.com:1234/myapp.php", request)).isTrue();
        assertThat(genuine("http://mycompany.com:1235/myapp.php", request)).isFalse();
    }

    @Test
    void aRequestWithoutParametersIsSignedByItsUrl() {
        assertThat(genuineForm("", "zYQTYrRWXE7LtzbG4PfP7/bkkGo=")).isTrue();
    }

    @Test
    void aUrlWithoutQueryIsSignedWithoutQuestionMark() {
        Requests request =
                Requests.post("/myapp.php")
                        .body(BODY)
                        .header("x-twilio-signature", "1xaxFBvyzXYvWplzNOSs28HWO94=");
        assertThat(genuine(PAGE, request)).isTrue();
    }

    @Test
    void userInformationInTheUrlIsSigned() {
        Requests request = signed(QUERY, BODY, "CukzLTc1tT5dXEDIHm/tKBanW10=");
        assertThat(genuine("https://user:pass@mycompany.com/myapp.php", request)).isTrue();
        assertThat(genuine(PAGE, request)).isFalse();
    }

    @Test
    void anApostropheInTheQueryMayBeSignedEncodedOrNot() {
        String query = QUERY + "&Body=It's+amazing";
        assertThat(genuine(PAGE, signed(query, BODY, "TfZzewPq8wqrGlMfyAud8+/IvJ0="))).isTrue();
        assertThat(genuine(PAGE, signed(query, BODY, "dsq4Ehbj6cs+KdTkpF5sSSplOWw="))).isTrue();
    }

    @Test
    void aRepeatedNameCountsOnceWithEachOfItsValues() {
        String body = "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234";
        assertThat(genuineForm(body, "IK+Dwps556ElfBT0I3Rgjkr1wJU=")).isTrue();
        String list =
                "MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx";
        assertThat(genuineForm(list, "83O6e2vORAoJHUNzJjDWN1jz+BA=")).isTrue();
    }

    @Test
    void lettersOfAnyScriptAndEmptyValuesAreSigned() {
        String letters =
                "Message=Hello+%26+goodbye%21+%40%23%24%25%5E%2A%28%29&From=%2B1+%28415%29+867-5309"
                        + "&Special=unicode%3A+%C3%B1%C3%A1%C3%A9%C3%AD%C3%B3%C3%BA";
        assertThat(genuineForm(letters, "dCPiR4WtQ6QFN6pJh81CtlCcWLQ=")).isTrue();
        String empty = "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=";
        assertThat(genuineForm(empty, "9HHp/OqQMEwdrVebHDdA/+tqjX8=")).isTrue();
    }

    @Test
    void aJsonBodyIsCoveredByItsHashInTheUrl() {
        assertThat(
                        genuine(
                                PAGE,
                                signed(
                                        QUERY + "&" + JSON_HASH,
                                        JSON,
                                        "a9nBmqA0ju/hNViExpshrM61xv4=")))
                .isTrue();
        Requests only = signed(JSON_HASH, JSON, "y77kIzt2vzLz71DgmJGsen2scGs=");
        assertThat(genuine(PAGE, only)).isTrue();
        assertThat(genuine(PAGE, only.body(JSON.replace("true", "false")))).isFalse();
        assertThat(genuine(PAGE, only.body(BODY))).isFalse();
    }

    @Test
    void encodedCharactersOfTheUrlStayAsTheyWereSent() {
        String query = "x=a%2Bb%2Fc";
        String signature =
                TwilioSignature.sign(
                        TOKEN, "https://mycompany.com:443/myapp.php?" + query, Form.of(Map.of()));
        assertThat(genuine(PAGE, signed(query, "", signature))).isTrue();
        assertThat(genuine(PAGE, signed("x=a+b/c", "", signature))).isFalse();
    }

    @Test
    void aPublicUrlWithoutPathStandsForThePathOfTheRequest() {
        Requests request = signed(QUERY, BODY, SIGNATURE);
        assertThat(genuine("https://mycompany.com", request)).isTrue();
        assertThat(genuine("https://mycompany.com/", request)).isTrue();
        assertThat(genuine("https://mycompany.com/", request.path("/other.php"))).isFalse();
        assertThat(genuine(PAGE, request.path("/behind/a/proxy"))).isTrue();
    }

    @Test
    void thePreviousSecretIsLiveAndAnEmptyOneNever() {
        RawRequest request = signed(QUERY, BODY, SIGNATURE).raw();
        assertThat(TwilioSignature.isGenuine(request, Requests.settings(PAGE, "new", TOKEN)))
                .isTrue();
        assertThat(TwilioSignature.isGenuine(request, Requests.settings(PAGE, "new", "other")))
                .isFalse();
        assertThat(TwilioSignature.isGenuine(request, Requests.settings(PAGE, "", " "))).isFalse();
        WebhookSettings none = new WebhookSettings(PAGE, List.of(), Optional.empty());
        assertThat(TwilioSignature.isGenuine(request, none)).isFalse();
    }

    @Test
    void aMissingOrMangledSignatureIsNone() {
        Requests request = signed(QUERY, BODY, SIGNATURE);
        assertThat(genuine(PAGE, request.without("x-twilio-signature"))).isFalse();
        assertThat(genuine(PAGE, request.header("x-twilio-signature", ""))).isFalse();
        assertThat(genuine(PAGE, request.header("x-twilio-signature", "!"))).isFalse();
        assertThat(genuine(PAGE, request.header("x-twilio-signature", "AAAA"))).isFalse();
        assertThat(genuine(PAGE, request.body("Body=%zz"))).isFalse();
    }
}
