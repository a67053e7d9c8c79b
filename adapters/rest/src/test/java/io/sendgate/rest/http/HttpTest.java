package io.sendgate.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/// Whatever is asked, the answer is JSON or a problem, and says no more than it should.
@QuarkusTest
class HttpTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String SENT = "{\"status\":\"sent\"}";

    private final SampleAccounts accounts;
    private final HttpClient client = HttpClient.newHttpClient();

    HttpTest(SampleAccounts accounts) {
        this.accounts = accounts;
    }

    private static HttpRequest.Builder to(String path) {
        String base = ConfigProvider.getConfig().getValue("test.url", String.class);
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpRequest.Builder as(io.sendgate.account.AccountId account, String path) {
        return to(path).header("Authorization", "Bearer " + accounts.key(account));
    }

    private HttpRequest.Builder ada(String path) {
        return as(SampleAccounts.ADA, path);
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.body()).startsWith("{\"type\":\"/problems/");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void aRequestWithItsKeyAndBodyIsAnswered() throws Exception {
        HttpResponse<String> answer =
                ask(ada("/sample").header("Content-Type", "application/json").POST(text(SENT)));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"account\":\"acct_ada\"", "\"status\":\"sent\"");
        assertThat(answer.headers().firstValue("RateLimit-Policy"))
                .contains("\"default\";q=500;w=5");
        assertThat(answer.headers().firstValue("RateLimit").orElse(""))
                .startsWith("\"default\";r=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer rubbish",
                "Basic YTpi",
                "Bearer sgk_ada_x_y"
            })
    void withoutAKeyNothingIsAnswered(String authorization) throws Exception {
        HttpResponse<String> answer =
                ask(to("/sample").header("Authorization", authorization).POST(text(SENT)));

        assertProblem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aKeyIsGoodForWhatItIsForOnly() throws Exception {
        assertProblem(ask(ada("/sample/operator").PUT(text(""))), 401);
        assertProblem(
                ask(
                        to("/sample")
                                .header("Authorization", "Bearer sgk_local_operator")
                                .POST(text(SENT))),
                401);
        assertThat(
                        ask(to("/sample/operator")
                                        .header("Authorization", "bearer sgk_local_operator")
                                        .PUT(text("")))
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    void eachClassOnOnePathKeepsItsOwnMark() throws Exception {
        assertThat(ask(to("/sample/accounts/x/open").DELETE()).statusCode()).isEqualTo(204);
        assertProblem(ask(to("/sample/accounts/x")), 401);
        assertProblem(ask(ada("/sample/accounts/x/deep")), 401);
    }

    @Test
    void anotherAccountsThingIsByteForByteWhatDoesNotExist() throws Exception {
        HttpResponse<String> another = ask(ada("/sample/accounts/acct_bob"));
        HttpResponse<String> none = ask(ada("/sample/accounts/acct_nobody"));
        HttpResponse<String> rubbish = ask(ada("/sample/accounts/%F0%9F%99%82"));
        HttpResponse<String> path = ask(to("/nowhere"));

        assertProblem(another, 404);
        assertThat(none.body()).isEqualTo(another.body());
        assertThat(rubbish.body()).isEqualTo(another.body());
        assertThat(path.body()).isEqualTo(another.body());
    }

    @Test
    void aRootsKeyActsForItsSubAccountsOnly() throws Exception {
        assertThat(
                        ask(ada("/sample/accounts/acct_adasub")
                                        .header("Sendgate-Account", "acct_adasub"))
                                .statusCode())
                .isEqualTo(200);
        assertProblem(
                ask(ada("/sample/accounts/acct_bob").header("Sendgate-Account", "acct_bob")), 404);
        assertProblem(
                ask(ada("/sample/accounts/acct_ada").header("Sendgate-Account", "rubbish")), 404);
        assertProblem(
                ask(
                        as(SampleAccounts.ADA_SUB, "/sample/accounts/acct_ada")
                                .header("Sendgate-Account", "acct_ada")),
                404);
    }

    @Test
    void withoutFactsNothingIsAnsweredAndTheCallerMayComeBack() throws Exception {
        HttpResponse<String> answer = ask(as(SampleAccounts.DARK, "/sample").POST(text(SENT)));

        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /sample, POST",
        "PUT, /sample/accounts/x/open, DELETE",
        "PUT, /sample/accounts/x/deep, 'GET, HEAD'",
        "PATCH, /sample/operator, PUT",
        "POST, /health, 'GET, HEAD'"
    })
    void aMethodThatAPathDoesNotTakeIsToldWhichItTakes(String method, String path, String allow)
            throws Exception {
        HttpResponse<String> answer =
                ask(ada(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).contains(allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "garbage;;;/q=x", "application/xml;q=0.1", "*/*"})
    void noAcceptHeaderBreaksAnAnswer(String accept) throws Exception {
        assertProblem(
                ask(
                        ada("/sample")
                                .header("Accept", accept)
                                .header("Content-Type", "application/json")
                                .POST(text("{}"))),
                400);
        assertThat(ask(to("/health").header("Accept", accept)).body())
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "rub/b;i;sh;;", "garbage", "multipart/form-data"})
    void aBodyOfAnotherTypeIsRefused(String contentType) throws Exception {
        assertProblem(
                ask(ada("/sample").header("Content-Type", contentType).POST(text(SENT))), 415);
    }

    @Test
    void aBodyMayHave256KibibytesAndNotOneMore() throws Exception {
        String fits = SENT + " ".repeat((256 << 10) - SENT.length());

        assertThat(post(fits).statusCode()).isEqualTo(201);
        assertProblem(post(fits + " "), 413);
        assertProblem(post(" ".repeat(7 << 20)), 413);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return ask(ada("/sample").header("Content-Type", "application/json").POST(text(body)));
    }

    @Test
    void aBodyOfUnknownLengthIsBoundedToo() throws Exception {
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.ofInputStream(
                        () ->
                                new java.io.ByteArrayInputStream(
                                        " ".repeat(300 << 10).getBytes(StandardCharsets.UTF_8)));

        assertProblem(
                ask(ada("/sample").header("Content-Type", "application/json").POST(chunked)), 413);
    }

    @Test
    void aFaultIsAnsweredWithoutAWordAboutIt() throws Exception {
        HttpResponse<String> answer = ask(to("/sample/broken"));

        assertProblem(answer, 500);
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"type":"/problems/internal-error","title":"Something went wrong here",\
                        "status":500}\
                        """);
    }

    @Test
    void anIdempotencyKeyHasBounds() throws Exception {
        HttpRequest.Builder request =
                ada("/sample").header("Content-Type", "application/json").POST(text(SENT));

        assertThat(ask(request.copy().header("Idempotency-Key", "k".repeat(255))).statusCode())
                .isEqualTo(201);
        assertProblem(ask(request.copy().header("Idempotency-Key", "k".repeat(256))), 400);
        assertProblem(ask(request.copy().header("Idempotency-Key", "")), 400);
    }

    @Test
    void aPlusInAPathOrAQueryIsAPlus() throws Exception {
        assertThat(ask(to("/sample/numbers/+16505551234?recipient=+16505551234")).body())
                .contains("\"path\":\"+16505551234\"", "\"query\":\"+16505551234\"");
    }

    @Test
    void whoeverAsksTooFastIsToldWhenToComeBack() throws Exception {
        HttpRequest.Builder request = as(SampleAccounts.BOB, "/sample/accounts/acct_bob");
        HttpResponse<String> refused =
                IntStream.range(0, 5000)
                        .mapToObj(i -> unchecked(request))
                        .filter(answer -> answer.statusCode() != 200)
                        .findFirst()
                        .orElseThrow();

        assertProblem(refused, 429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"default\";r=0;t=1");
    }

    private HttpResponse<String> unchecked(HttpRequest.Builder request) {
        try {
            return ask(request);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDocumentIsOpenToAll() throws Exception {
        HttpResponse<String> answer = ask(to("/openapi"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"openapi\":\"3.1.1\"");
    }
}
