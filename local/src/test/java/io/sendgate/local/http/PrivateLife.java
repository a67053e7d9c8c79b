package io.sendgate.local.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A life full of canaries: everything personal that a suite can be told, by every way in.
///
/// @param errors every answer that was an error
record PrivateLife(Business business, TwilioPhone phone, List<String> errors) {

    /// Whose life it is.
    static final String PERSON = "+13125557741";

    /// What only they have, said or been told.
    static final List<String> WORDS =
            List.of("198.51.100.77", "Wilhelmina", "Quisenberry", "heliotrope", "periwinkle");

    private static final String NAME = "Wilhelmina Quisenberry";
    private static final String IP = "198.51.100.77";
    private static final String TOLD = "Ada Plumbing: a heliotrope tap. Reply STOP to unsubscribe";
    private static final String SAID = "the periwinkle tap leaks again";
    private static final String NOTE = ",'via':'phone-call','note':'" + NAME + " called'}";

    /// A life that begins.
    static PrivateLife of(Business business) {
        return new PrivateLife(
                business, new TwilioPhone(business, PERSON).connected(), new ArrayList<>());
    }

    private Http.Answer kept(Http.Answer answer) {
        if (answer.status() >= 400) {
            errors.add(answer.text());
            errors.add(answer.headers().toString());
        }
        return answer;
    }

    private Http.Answer post(String path, String body) {
        return kept(business.http().post(business.key(), path, body));
    }

    private Http.Answer get(String path) {
        return kept(business.http().get(business.key(), path));
    }

    private String send(String purpose, String more) {
        return business.request(
                PERSON,
                purpose,
                TOLD,
                ",'subject':'heliotrope','reference':'heliotrope','sequence':'heliotrope',"
                        + "'conversation':'heliotrope'"
                        + more);
    }

    private static String consent(String purposes) {
        return Business.writtenConsent(PERSON, purposes, "")
                .replace("203.0.113.9", IP)
                .replace("Browser/1.0", "Browser of " + NAME)
                .replace("about its offers", "about its heliotrope offers");
    }

    /// Consents by every way in, granted and refused.
    void agree() {
        post("/consents", consent("'transactional'"));
        post("/consents", consent("'marketing'").replace("'preTicked':false", "'preTicked':true"));
        post("/consents", consent("'marketing'").replace("own-customer", "scraped"));
        String pending =
                consent("'marketing'").replace("{'recipient'", "{'doubleOptIn':true,'recipient'");
        String id = post("/consents", pending).at("/id");
        get("/consents/" + id + "/evidence");
        business.http().get("", "/consents/" + id + "/confirm");
        business.http().post("", "/consents/" + id + "/confirm", "");
        post(
                "/consents/batch",
                "{'consents':[" + consent("'marketing'") + ",{'x':'" + NAME + "'}]}");
        fillIn();
    }

    private void fillIn() {
        String form =
                business.http()
                        .put(
                                business.key(),
                                "/forms/offers",
                                "{'channel':'sms','purposes':['marketing'],"
                                        + "'disclosure':'Ada Plumbing may send you SMS texts'}")
                        .at("/id");
        Map<String, String> headers =
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "User-Agent",
                        "Browser of " + NAME,
                        "X-Forwarded-For",
                        IP,
                        "Referer",
                        "https://ada.example/?who=Wilhelmina&n=" + Http.path(PERSON));
        for (String fields : List.of("&agree=yes", "", "&agree=yes&website=periwinkle")) {
            String body = "phone=" + Http.path(PERSON) + "&name=Quisenberry" + fields;
            business.http().send("POST", "/forms/" + form, "", body, headers);
        }
    }

    /// Sends of every outcome, singly and in a batch.
    void write() {
        String allow = post("/authorizations", send("marketing", "")).at("/id");
        post("/authorizations/" + allow + "/redeem", "");
        post(
                "/authorizations/" + allow + "/outcome",
                "{'status':'sent','providerMessageId':'periwinkle-1'}");
        post("/authorizations", send("marketing", ""));
        post("/authorizations", send("marketing", ",'whenBlocked':'hold'"));
        post("/authorizations", send("marketing", ",'dryRun':true"));
        post("/authorizations", send("invoice", "").replace(business.tollFree(), "+18005550000"));
        post(
                "/authorizations/batch",
                "{'requests':[" + send("invoice", "") + ",{'body':'" + TOLD + "'}]}");
        business.http()
                .post(business.key(), "/authorizations", send("job-status", ""), "key " + PERSON);
        get("/authorizations/" + allow);
        get("/authorizations?recipient=" + Http.path(PERSON));
        for (String view : List.of("", "/history", "/export")) {
            get("/recipients/" + Http.path(PERSON) + view);
        }
    }

    /// What the person says, and what becomes of messages to them.
    void answer() {
        Map<String, String> profile = Map.of("ProfileName", NAME, "FromCity", "periwinkle");
        phone.text("SM01", SAID, profile);
        phone.text("SM02", "HELP", profile);
        phone.text("SM03", "STOP", profile);
        phone.text("SM03", "STOP", profile);
        phone.text("SM04", "START", profile);
        Map<String, String> receipt = phone.receipt("periwinkle-1", "failed");
        receipt.put("ErrorCode", "30003");
        receipt.put("ErrorMessage", "heliotrope to " + PERSON);
        phone.post(TwilioPhone.form(receipt), phone.sign(receipt));
        kept(phone.post(TwilioPhone.form(phone.message("SM05", SAID)), "forged"));
        Map<String, String> nameless = phone.message("SM06", SAID);
        nameless.remove("MessageSid");
        nameless.remove("SmsMessageSid");
        kept(phone.post(TwilioPhone.form(nameless), phone.sign(nameless)));
        post("/opt-outs", "{'recipient':'" + PERSON + "','scope':'marketing'" + NOTE);
        post("/opt-outs", "{'recipient':'" + PERSON + "','scope':'some'" + NOTE);
        post("/authorizations", send("marketing", ""));
    }

    /// Requests that are wrong and full of what must not come back.
    void err() {
        for (String path : List.of("/consents", "/opt-outs", "/authorizations")) {
            post(path, "{'body':'" + TOLD + "','to':'" + PERSON + "',");
            post(path, "{'recipient':'" + PERSON + "','channel':'" + NAME + "','x':'" + IP + "'}");
            post(path, send("marketing", "").replace("'sms'", "'periwinkle'"));
            kept(business.send("POST", path, TOLD + PERSON, Map.of("Content-Type", NAME)));
            kept(business.send("POST", path, consent("'x'"), Map.of("Idempotency-Key", "")));
        }
        post("/authorizations", send("marketing", "").replace(PERSON, PERSON + PERSON));
        post("/authorizations", send("marketing", ",'body':'" + SAID + "'"));
        post("/authorizations", send("marketing", ",'notAfter':'heliotrope'"));
        get("/recipients/" + Http.path(PERSON + PERSON));
        get("/recipients/" + Http.path(PERSON) + "/periwinkle");
        get("/recipients/" + Http.path(PERSON) + "/history?after=Wilhelmina");
        get("/authorizations?recipient=" + Http.path(PERSON) + "&code=heliotrope");
        get("/authorizations?recipient=" + Http.path(NAME));
        get("/nowhere/" + Http.path(PERSON) + "?who=Quisenberry");
        kept(
                business.http()
                        .send("PATCH", "/recipients/" + PERSON, business.key(), SAID, Map.of()));
        kept(business.http().get("periwinkle", "/recipients/" + Http.path(PERSON)));
        kept(business.http().get("", "/consents/cons_" + NAME.replace(" ", "") + "/confirm"));
    }
}
