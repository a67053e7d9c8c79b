package io.sendgate.aws;

import io.sendgate.gate.AuthorizeSend;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.gate.ConfirmOptIn;
import io.sendgate.gate.KeepFacts;
import io.sendgate.gate.Ports;
import io.sendgate.gate.ReadAuthorizations;
import io.sendgate.gate.ReceiveMessage;
import io.sendgate.gate.ReceiveReceipt;
import io.sendgate.gate.RecipientLoop;
import io.sendgate.gate.RecordOptOut;
import io.sendgate.gate.RedeemPermit;
import io.sendgate.gate.ReleaseHold;
import io.sendgate.gate.ReleaseReview;
import io.sendgate.gate.ReplayOptOut;
import io.sendgate.gate.ReportOutcome;
import io.sendgate.gate.Throughput;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The use cases, each over the same ports; a function takes those it needs.
@Singleton
public class UseCaseWiring {

    /// May this message go?
    @Produces
    @Singleton
    AuthorizeSend authorizeSend(Ports ports, RecipientLoop loop, Throughput throughput) {
        return new AuthorizeSend(ports, loop, throughput);
    }

    /// Permits.
    @Produces
    @Singleton
    RedeemPermit redeemPermit(Ports ports, RecipientLoop loop) {
        return new RedeemPermit(ports, loop);
    }

    /// Outcomes and cancellations.
    @Produces
    @Singleton
    ReportOutcome reportOutcome(Ports ports, RecipientLoop loop) {
        return new ReportOutcome(ports, loop);
    }

    /// Authorizations on record.
    @Produces
    @Singleton
    ReadAuthorizations readAuthorizations(Ports ports) {
        return new ReadAuthorizations(ports);
    }

    /// Held messages.
    @Produces
    @Singleton
    ReleaseHold releaseHold(Ports ports, AuthorizeSend authorizeSend) {
        return new ReleaseHold(ports, authorizeSend);
    }

    /// What of a message that a person has let go?
    @Produces
    @Singleton
    ReleaseReview releaseReview(Ports ports, AuthorizeSend authorizeSend) {
        return new ReleaseReview(ports, authorizeSend);
    }

    /// Consents.
    @Produces
    @Singleton
    CaptureConsent captureConsent(Ports ports, RecipientLoop loop) {
        return new CaptureConsent(ports, loop);
    }

    /// Double opt-ins.
    @Produces
    @Singleton
    ConfirmOptIn confirmOptIn(Ports ports, RecipientLoop loop) {
        return new ConfirmOptIn(ports, loop);
    }

    /// Opt-outs.
    @Produces
    @Singleton
    RecordOptOut recordOptOut(Ports ports, RecipientLoop loop) {
        return new RecordOptOut(ports, loop);
    }

    /// Opt-outs that a restored table lacks.
    @Produces
    @Singleton
    ReplayOptOut replayOptOut(Ports ports, RecipientLoop loop) {
        return new ReplayOptOut(ports, loop);
    }

    /// Messages from recipients.
    @Produces
    @Singleton
    ReceiveMessage receiveMessage(Ports ports, RecipientLoop loop) {
        return new ReceiveMessage(ports, loop);
    }

    /// Delivery receipts.
    @Produces
    @Singleton
    ReceiveReceipt receiveReceipt(Ports ports, RecipientLoop loop) {
        return new ReceiveReceipt(ports, loop);
    }

    /// Facts about recipients.
    @Produces
    @Singleton
    KeepFacts keepFacts(Ports ports, RecipientLoop loop) {
        return new KeepFacts(ports, loop);
    }
}
