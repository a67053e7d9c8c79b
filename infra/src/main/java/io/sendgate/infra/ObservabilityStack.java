package io.sendgate.infra;

import io.sendgate.aws.TableName;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is watched: a page to look at, and alarms on what hurts somebody.
public final class ObservabilityStack extends Stack {

    private static final double TEN_MINUTES = Duration.minutes(10).toMilliseconds().doubleValue();

    private static final double TWO_MINUTES = 120;

    private final EventsStack events;
    private final FunctionsStack functions;

    /// The stack over everything that tells how it is.
    public ObservabilityStack(
            Construct scope,
            String id,
            DataStack data,
            EventsStack events,
            FunctionsStack functions) {
        super(scope, id, Settings.stack("The dashboard and the alarms"));
        this.events = events;
        this.functions = functions;
        callers();
        background();
        for (FunctionUnit unit : FunctionUnit.values()) {
            alarm(
                    Settings.pascal(unit.text()) + "Throttled",
                    "Calls of " + unit.text() + " were turned away: raise its concurrency",
                    count(unit, "Throttles"),
                    1);
        }
        Arrays.stream(TableName.values())
                .forEach(
                        name ->
                                alarm(
                                        Settings.pascal(name.text()) + "TableThrottled",
                                        "The table " + name.text() + " turned calls away",
                                        throttled(data.table(name)),
                                        1));
        dashboard();
    }

    private void callers() {
        alarm(
                "StopsNotRecorded",
                "A provider's request was answered 5xx: a STOP may be waiting for its retry",
                count(FunctionUnit.INBOUND_WEBHOOK, "Url5xxCount"),
                1);
        alarm(
                "OptOutsNotRecorded",
                "A consent or an opt-out was answered 5xx",
                count(FunctionUnit.CONSENT_CAPTURE, "Url5xxCount"),
                1);
        alarm(
                "SendsWithoutFacts",
                "Authorizations were answered 503: facts could not be loaded, nothing is sent",
                count(FunctionUnit.SEND_AUTHORIZATION, "Url5xxCount"),
                5);
        alarm(
                "StandingNotChanged",
                "A change of an account, a case or an appeal was answered 5xx",
                count(FunctionUnit.ACCOUNT_STANDING, "Url5xxCount"),
                1);
    }

    private void background() {
        alarm(
                "RelayLate",
                "Events are more than ten minutes behind the ledger",
                iteratorAge(),
                TEN_MINUTES);
        alarm(
                "RecordsNotRelayed",
                "The relay failed: see the bucket of failed records if it goes on",
                count(FunctionUnit.EVENT_RELAY, "Errors"),
                10);
        alarm(
                "DueWorkFailed",
                "Due work could not be done: caps, holds or erasures are late",
                count(FunctionUnit.FREQUENCY_RESET, "Errors"),
                3);
        waiting("UndeliveredSchedules", "A schedule was not delivered", events.undelivered());
        waiting("FailedRuns", "A scheduled run failed for good", events.failedRuns());
        waiting("StopsLost", "A provider's request could not be recorded", events.failedBacklog());
        waiting("FindingsLost", "A finding opened no case", events.failedFindings());
        alarm(
                "StopsWaiting",
                "A provider's request has waited for minutes: a STOP may not be recorded",
                events.backlog()
                        .metricApproximateAgeOfOldestMessage(
                                MetricOptions.builder()
                                        .statistic("Maximum")
                                        .period(Duration.minutes(1))
                                        .build()),
                TWO_MINUTES);
        waiting("AppealsOverdue", "An appeal was not decided in time", events.overdueAppeals());
    }

    private void waiting(String id, String what, Queue queue) {
        alarm(
                id,
                what + ": a queue of its own holds it",
                queue.metricApproximateNumberOfMessagesVisible(
                        MetricOptions.builder()
                                .statistic("Maximum")
                                .period(Duration.minutes(1))
                                .build()),
                1);
    }

    private void alarm(String id, String what, IMetric metric, double threshold) {
        Alarm alarm =
                Alarm.Builder.create(this, id)
                        .alarmName("sendgate-" + id)
                        .alarmDescription(what)
                        .metric(metric)
                        .threshold(threshold)
                        .evaluationPeriods(1)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .treatMissingData(TreatMissingData.NOT_BREACHING)
                        .build();
        alarm.addAlarmAction(new SnsAction(events.alarms()));
        alarm.addOkAction(new SnsAction(events.alarms()));
    }

    private Metric count(FunctionUnit unit, String metric) {
        return metric(unit, metric, "Sum");
    }

    private Metric iteratorAge() {
        return metric(FunctionUnit.EVENT_RELAY, "IteratorAge", "Maximum");
    }

    private Metric metric(FunctionUnit unit, String metric, String statistic) {
        return functions
                .function(unit)
                .function()
                .metric(
                        metric,
                        MetricOptions.builder()
                                .statistic(statistic)
                                .period(Duration.minutes(1))
                                .label(unit.text())
                                .build());
    }

    private static IMetric throttled(Table table) {
        return MathExpression.Builder.create()
                .expression("FILL(reads, 0) + FILL(writes, 0)")
                .label(table.getNode().getId())
                .usingMetrics(
                        // in one order, so that two runs make the same template
                        new TreeMap<>(
                                Map.of(
                                        "reads", throttled(table, "ReadThrottleEvents"),
                                        "writes", throttled(table, "WriteThrottleEvents"))))
                .period(Duration.minutes(1))
                .build();
    }

    private static Metric throttled(Table table, String metric) {
        return Metric.Builder.create()
                .namespace("AWS/DynamoDB")
                .metricName(metric)
                .dimensionsMap(Map.of("TableName", table.getTableName()))
                .statistic("Sum")
                .period(Duration.minutes(1))
                .build();
    }

    private void dashboard() {
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName("sendgate")
                .widgets(
                        List.of(
                                row(
                                        graph(
                                                "Requests",
                                                callers(u -> count(u, "UrlRequestCount"))),
                                        graph(
                                                "Answered 5xx",
                                                callers(u -> count(u, "Url5xxCount"))),
                                        graph(
                                                "Answered 4xx",
                                                callers(u -> count(u, "Url4xxCount")))),
                                row(
                                        graph(
                                                "Slowest 1 %",
                                                callers(
                                                        u ->
                                                                metric(
                                                                        u,
                                                                        "UrlRequestLatency",
                                                                        "p99"))),
                                        graph("Errors", all(u -> count(u, "Errors"))),
                                        graph("Throttles", all(u -> count(u, "Throttles")))),
                                row(
                                        graph(
                                                "Relay: age of the oldest record",
                                                List.of(iteratorAge())),
                                        graph(
                                                "Copies",
                                                all(
                                                        u ->
                                                                metric(
                                                                        u,
                                                                        "ConcurrentExecutions",
                                                                        "Maximum"))),
                                        graph("Waiting for somebody", waiting()))))
                .build();
    }

    private List<IMetric> waiting() {
        return Stream.of(
                        events.backlog(),
                        events.failedBacklog(),
                        events.failedFindings(),
                        events.undelivered(),
                        events.failedRuns(),
                        events.overdueAppeals())
                .<IMetric>map(Queue::metricApproximateNumberOfMessagesVisible)
                .toList();
    }

    private static List<IMetric> callers(Function<FunctionUnit, IMetric> metric) {
        return Arrays.stream(FunctionUnit.values())
                .filter(FunctionUnit::hasUrl)
                .map(metric)
                .toList();
    }

    private static List<IMetric> all(Function<FunctionUnit, IMetric> metric) {
        return Arrays.stream(FunctionUnit.values()).map(metric).toList();
    }

    private static List<IWidget> row(IWidget... widgets) {
        return List.of(widgets);
    }

    private static IWidget graph(String title, List<IMetric> metrics) {
        return GraphWidget.Builder.create().title(title).width(8).left(metrics).build();
    }
}
