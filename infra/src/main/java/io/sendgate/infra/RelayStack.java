package io.sendgate.infra;

import io.sendgate.aws.TableName;
import io.sendgate.aws.Tables;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.constructs.Construct;

import java.util.Arrays;
import java.util.List;

/// What hands the tables' streams to the relay, each recipient's changes in their order.
public final class RelayStack extends Stack {

    private static final int BATCH = 100;
    private static final int SIX_HOURS = 6 * 60 * 60;
    private static final int UNTIL_TOO_OLD = -1;

    /// The stack between the streams and the function.
    public RelayStack(
            Construct scope, String id, DataStack data, EventsStack events, LiveFunction relay) {
        super(scope, id, Settings.stack("The streams' way to the relay"));
        for (TableName table : streamed()) {
            CfnEventSourceMapping.Builder.create(this, Settings.pascal(table.text()))
                    .eventSourceArn(data.table(table).getTableStreamArn())
                    .functionName(relay.alias().getFunctionArn())
                    .startingPosition("TRIM_HORIZON")
                    .batchSize(BATCH)
                    .parallelizationFactor(1)
                    .bisectBatchOnFunctionError(false)
                    .maximumRetryAttempts(UNTIL_TOO_OLD)
                    .maximumRecordAgeInSeconds(SIX_HOURS)
                    .functionResponseTypes(List.of("ReportBatchItemFailures"))
                    .destinationConfig(
                            DestinationConfigProperty.builder()
                                    .onFailure(
                                            OnFailureProperty.builder()
                                                    .destination(
                                                            events.failedRecords().getBucketArn())
                                                    .build())
                                    .build())
                    .build();
        }
    }

    private static List<TableName> streamed() {
        Tables definitions = new Tables("");
        return Arrays.stream(TableName.values())
                .filter(name -> definitions.table(name).streamed())
                .toList();
    }

    /// The streams that the relay reads.
    static List<String> streams(DataStack data) {
        return streamed().stream().map(name -> data.table(name).getTableStreamArn()).toList();
    }
}
