package io.sendgate.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a million of each request costs: counted calls times a price file.
public final class CostTable {

    private static final double MILLION = 1_000_000;
    private static final double GIGABYTES = 1769.0 / 1024;
    private static final double ANSWER_KILOBYTES = 2;
    private static final double RELAYED_PER_CALL = 100;
    private static final double RELAY_MILLIS = 200;

    /// The calls behind one request, account facts and policies warm.
    ///
    /// @param requests HTTP requests
    /// @param reads read units: each a strong read of up to 4 KB
    /// @param writes write units: each up to 1 KB written
    /// @param publishes SNS calls, a batch of ten being one
    /// @param millis how long the function runs, at one core
    /// @param relayed whether the relay tells it afterwards
    record Counted(
            String what,
            double requests,
            double reads,
            double writes,
            double publishes,
            double millis,
            boolean relayed) {}

    private static final List<Counted> COUNTED =
            List.of(
                    new Counted("authorization, allowed", 1, 1, 2, 0.1, 15, true),
                    new Counted("authorization, refused", 1, 1, 2, 0.1, 15, true),
                    new Counted("allowed, redeemed, outcome told", 3, 3, 4, 0.3, 35, true),
                    new Counted("webhook: message or STOP", 1, 2, 3, 0.1, 15, true),
                    new Counted("webhook: harmless receipt", 1, 1, 1, 0.1, 10, true),
                    new Counted("consent with its evidence", 1, 1, 3, 0.1, 15, true),
                    new Counted("six reads, three in a transaction", 1, 6, 6, 1, 45, false));

    private final JsonNode prices;

    /// A table by a price file.
    public CostTable(Path file) throws IOException {
        this.prices = new JsonMapper().readTree(file.toFile()).path("prices");
    }

    /// The table as Markdown: dollars for a million of each.
    public String markdown() {
        StringBuilder table =
                new StringBuilder(
                        "| a million of | read units | write units | DynamoDB | Lambda |"
                                + " front door | events | together |\n"
                                + "|---|---:|---:|---:|---:|---:|---:|---:|\n");
        COUNTED.forEach(counted -> table.append(row(counted)));
        return table.toString();
    }

    private String row(Counted counted) {
        double store =
                counted.reads() * price("dynamodbReadUnitsPerMillion")
                        + counted.writes() * price("dynamodbWriteUnitsPerMillion");
        double lambda = lambda(counted);
        double door =
                counted.requests()
                        * (price("cloudfrontHttpsRequestsPerMillion")
                                + ANSWER_KILOBYTES * price("cloudfrontOutPerGigabyte"));
        double events = counted.publishes() * price("snsPublishesPerMillion");
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | $%.2f | $%.2f | $%.2f | $%.2f | $%.2f |\n",
                counted.what(),
                counted.reads(),
                counted.writes(),
                store,
                lambda,
                door,
                events,
                store + lambda + door + events);
    }

    private double lambda(Counted counted) {
        double relayed = counted.relayed() ? counted.requests() / RELAYED_PER_CALL : 0;
        double calls = counted.requests() + relayed;
        double millis = counted.millis() + relayed * RELAY_MILLIS;
        return calls * price("lambdaRequestsPerMillion")
                + millis / 1000 * GIGABYTES * MILLION * price("lambdaArmPerGigabyteSecond");
    }

    private double price(String name) {
        JsonNode price = prices.path(name);
        if (!price.isNumber()) {
            throw new IllegalStateException("the price file has no " + name);
        }
        return price.asDouble();
    }
}
