package io.sendgate.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/// What runs by the clock: due work every minute, accounts' standing every day.
public final class SchedulesStack extends Stack {

    private final EventsStack events;
    private final CfnScheduleGroup group;

    /// The stack over the two functions that have a schedule.
    public SchedulesStack(
            Construct scope, String id, EventsStack events, FunctionsStack functions) {
        super(scope, id, Settings.stack("The schedules and what becomes of runs that fail"));
        this.events = events;
        this.group = CfnScheduleGroup.Builder.create(this, "Group").name("sendgate").build();
        LiveFunction reset = functions.function(FunctionUnit.FREQUENCY_RESET);
        LiveFunction standing = functions.function(FunctionUnit.ACCOUNT_STANDING);
        schedule(reset, "rate(1 minute)", 60, 0);
        schedule(standing, "cron(0 3 * * ? *)", 3600, 2);
    }

    private void schedule(LiveFunction function, String when, int age, int retries) {
        String name = function.unit().text();
        String id = Settings.pascal(name);
        CfnEventInvokeConfig.Builder.create(this, id + "Runs")
                .functionName(function.function().getFunctionName())
                .qualifier(LiveFunction.ALIAS)
                .maximumEventAgeInSeconds(age)
                .maximumRetryAttempts(retries)
                .destinationConfig(
                        CfnEventInvokeConfig.DestinationConfigProperty.builder()
                                .onFailure(
                                        CfnEventInvokeConfig.OnFailureProperty.builder()
                                                .destination(events.failedRuns().getQueueArn())
                                                .build())
                                .build())
                .build();
        CfnSchedule.Builder.create(this, id)
                .name(name)
                .groupName(group.getRef())
                .description("Sendgate: " + name + " by the clock")
                .scheduleExpression(when)
                .scheduleExpressionTimezone("UTC")
                .flexibleTimeWindow(
                        CfnSchedule.FlexibleTimeWindowProperty.builder().mode("OFF").build())
                .target(target(function, role(id, function), age, retries))
                .build();
    }

    private CfnSchedule.TargetProperty target(
            LiveFunction function, Role role, int age, int retries) {
        return CfnSchedule.TargetProperty.builder()
                .arn(function.alias().getFunctionArn())
                .roleArn(role.getRoleArn())
                .input("{\"schedule\":\"" + function.unit().text() + "\"}")
                .retryPolicy(
                        CfnSchedule.RetryPolicyProperty.builder()
                                .maximumEventAgeInSeconds(age)
                                .maximumRetryAttempts(retries)
                                .build())
                .deadLetterConfig(
                        CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(events.undelivered().getQueueArn())
                                .build())
                .build();
    }

    private Role role(String id, LiveFunction function) {
        Role role =
                Role.Builder.create(this, id + "Role")
                        .assumedBy(
                                new ServicePrincipal("scheduler.amazonaws.com")
                                        .withConditions(
                                                Map.of(
                                                        "StringEquals",
                                                        Map.of("aws:SourceAccount", getAccount()))))
                        .description("Sendgate: lets the schedule start " + id)
                        .build();
        Policy.Builder.create(this, id + "Policy")
                .roles(List.of(role))
                .statements(
                        List.of(
                                allow("lambda:InvokeFunction", function.alias().getFunctionArn()),
                                allow("sqs:SendMessage", events.undelivered().getQueueArn()),
                                PolicyStatement.Builder.create()
                                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                                        .resources(List.of(events.key().getKeyArn()))
                                        .build()))
                .build();
        return role;
    }

    private static PolicyStatement allow(String action, String resource) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resource))
                .build();
    }
}
