package io.sendgate.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.ServerlessChecks;
import io.sendgate.aws.Tables;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/// The whole app: its stacks by life-time, checked by two rule packs.
public final class SendgateApp {

    private SendgateApp() {}

    /// Writes the templates, the packages and the rule packs' reports to the settings' folder.
    ///
    /// The same sources and packages give the same templates.
    public static void synthesise(Settings settings) {
        App app =
                new App(
                        AppProps.builder()
                                .outdir(settings.out().toString())
                                .analyticsReporting(false)
                                .treeMetadata(false)
                                .build());
        DataStack data = new DataStack(app, "sendgate-data", new Tables(settings.tablePrefix()));
        EventsStack events = new EventsStack(app, "sendgate-events");
        FunctionsStack functions =
                new FunctionsStack(app, "sendgate-functions", settings, data, events);
        new FrontDoorStack(app, "sendgate-front-door", functions);
        new SchedulesStack(app, "sendgate-schedules", events, functions);
        new DeliveriesStack(app, "sendgate-deliveries", events, functions);
        new RelayStack(
                app, "sendgate-relay", data, events, functions.function(FunctionUnit.EVENT_RELAY));
        new TwoWayStack(
                app, "sendgate-two-way", events, functions.function(FunctionUnit.INBOUND_WEBHOOK));
        new ObservabilityStack(app, "sendgate-observability", data, events, functions);
        NagPackProps verbose = NagPackProps.builder().verbose(true).build();
        Aspects.of(app).add(new AwsSolutionsChecks(verbose));
        Aspects.of(app).add(new ServerlessChecks(verbose));
        app.synth();
    }
}
