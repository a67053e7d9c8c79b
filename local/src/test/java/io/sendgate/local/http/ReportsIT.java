package io.sendgate.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/// Reports from anybody: a flood, another reporter meanwhile, and text that means harm.
@ExtendWith(SharedSuite.class)
final class ReportsIT {

    private static final int FLOOD = 120;
    private static final String HOSTILE =
            "<script>alert(1)</script>{{7*7}}'; DROP TABLE cases; --\\u202e${jndi:x}";

    private final Http http;

    ReportsIT(Businesses businesses) {
        this.http = businesses.http();
    }

    /// Somebody at a loopback address of their own.
    private record Reporter(Http http, HttpClient client) {

        static Reporter at(Http http, String address) throws IOException {
            return new Reporter(
                    http,
                    HttpClient.newBuilder()
                            .localAddress(InetAddress.getByName(address))
                            .version(HttpClient.Version.HTTP_1_1)
                            .build());
        }

        HttpResponse<String> report(String json, String key)
                throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(http.base() + "/reports"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json.replace('`', '"')));
            if (!key.isEmpty()) {
                request.header("Idempotency-Key", key);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aFloodFromOneAddressIsLimitedAndNobodyElseIsBlocked() throws Exception {
        Reporter flooder = Reporter.at(http, "127.0.0.66");
        Reporter neighbour = Reporter.at(http, "127.0.0.67");
        List<Integer> statuses = new ArrayList<>();
        String retryAfter = "";

        for (int i = 0; i < FLOOD; i++) {
            HttpResponse<String> answer = flooder.report("{`description`:`again`}", "");
            statuses.add(answer.statusCode());
            retryAfter = answer.headers().firstValue("Retry-After").orElse(retryAfter);
        }
        HttpResponse<String> other = neighbour.report("{`description`:`It floods me`}", "");

        assertThat(statuses).containsOnly(202, 429);
        assertThat(statuses.stream().filter(status -> status == 202)).hasSizeBetween(60, 80);
        assertThat(Integer.parseInt(retryAfter)).isPositive();
        assertThat(other.statusCode()).isEqualTo(202);
    }

    @Test
    void aReportersKeyIsTheirOwn() throws Exception {
        Reporter first = Reporter.at(http, "127.0.0.68");
        Reporter second = Reporter.at(http, "127.0.0.69");

        HttpResponse<String> theirs = first.report("{`description`:`One`}", "key-1");
        HttpResponse<String> repeated = first.report("{`description`:`One`}", "key-1");
        HttpResponse<String> another = second.report("{`description`:`Two`}", "key-1");

        assertThat(repeated.body()).isEqualTo(theirs.body());
        assertThat(another.statusCode()).isEqualTo(202);
        assertThat(another.body()).isNotEqualTo(theirs.body());
    }

    @Test
    void hostileTextIsKeptAsItIsAndShownAsData() {
        Http.Answer received =
                http.post(
                        "",
                        "/reports",
                        """
                        {"description":"%1$s","accountName":"%1$s","kind":"phishing",
                         "evidence":["%1$s"],"reporter":{"name":"%1$s"}}
                        """
                                .formatted(HOSTILE.replace("'", "\\u0027")));
        assertThat(received.status()).as(received.text()).isEqualTo(202);

        Http.Answer file = http.get(Http.OPERATOR, "/cases/" + received.at("/case"));
        assertThat(file.header("content-type")).startsWith("application/json");
        assertThat(file.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(file.at("/description")).contains("<script>alert(1)</script>", "${jndi:x}");
        Http.Answer bundle = http.get(Http.OPERATOR, "/cases/" + received.at("/case") + "/bundle");
        assertThat(bundle.status()).isEqualTo(200);
        assertThat(bundle.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchIsSaid() {
        Http.Answer missing = http.post("", "/reports", "{'accountName':'Ada'}");
        Http.Answer blank = http.post("", "/reports", "{'description':'  '}");
        Http.Answer long_ =
                http.post("", "/reports", "{'description':'" + "x".repeat(10_001) + "'}");

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.at("/errors/0/pointer")).isEqualTo("/description");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(long_.status()).isEqualTo(400);
    }
}
