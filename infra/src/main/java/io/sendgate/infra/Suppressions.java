package io.sendgate.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;

import software.constructs.IConstruct;

import java.util.List;

/// The findings of the rule packs that are meant to stay, each with its reason.
final class Suppressions {

    private Suppressions() {}

    static void ofMasters(IConstruct masters) {
        keep(
                masters,
                because(
                        "AwsSolutions-SMG4",
                        "A master key is bound to the data it was made for: a timer that replaces"
                                + " it loses every opt-out. It is rotated by hand, by key id"));
    }

    static void ofFailedRecords(IConstruct bucket) {
        keep(
                bucket,
                because(
                        "AwsSolutions-S1",
                        "Only the relay writes to it and only operators read it: the account's"
                                + " audit trail records both, a second log bucket adds nothing"));
    }

    static void ofDeadLetters(IConstruct queue) {
        String reason = "It is itself where undelivered things end up; an alarm watches it";
        keep(
                queue,
                because("AwsSolutions-SQS3", reason),
                because("Serverless-SQSRedrivePolicy", reason));
    }

    static void ofFunction(IConstruct function) {
        keep(
                function,
                because(
                        "Serverless-LambdaDLQ",
                        "Callers over HTTP are answered in the call; what a schedule or a stream"
                                + " could not get done goes to the on-failure destination of its"
                                + " own invocation, with the record whole"));
    }

    static void ofTwoWay(IConstruct subscription) {
        keep(
                subscription,
                because(
                        "Serverless-SNSRedrivePolicy",
                        "SNS hands messages to a function for 23 days before it gives up; what the"
                                + " function itself fails on goes to the on-failure destination"));
    }

    static void ofFrontDoor(IConstruct distribution) {
        keep(
                distribution,
                because(
                        "AwsSolutions-CFR1",
                        "Providers and recipients call from anywhere in the world"),
                because(
                        "AwsSolutions-CFR2",
                        "Requests are limited per key and per address by the functions, and their"
                                + " concurrency is reserved; a firewall is the deploying platform's"
                                + " choice and can be put before the distribution"),
                because(
                        "AwsSolutions-CFR3",
                        "Paths hold recipients' numbers in clear: an access log would keep them"),
                because(
                        "AwsSolutions-CFR4",
                        "The distribution's own certificate comes with its own list of protocols;"
                                + " TLS 1.2 is demanded as soon as it has a name of its own"));
    }

    static void ofRole(IConstruct policy) {
        keep(
                policy,
                because(
                        "AwsSolutions-IAM5",
                        "Wildcards are left where there is no other way to say it: traces and the"
                                + " list of streams have no resource, names of log streams and of"
                                + " failed records are made by the platform"));
    }

    static void ofDelivery(IConstruct mapping) {
        keep(
                mapping,
                because(
                        "Serverless-LambdaEventSourceMappingDestination",
                        "A queue keeps its own failed messages: they go to its dead letters"));
    }

    static void ofArchive(IConstruct policy) {
        keep(
                policy,
                because(
                        "AwsSolutions-IAM5",
                        "The names of archived objects are made by the platform"));
    }

    private static NagPackSuppression because(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }

    private static void keep(IConstruct where, NagPackSuppression... suppressions) {
        NagSuppressions.addResourceSuppressions(where, List.of(suppressions), true);
    }
}
