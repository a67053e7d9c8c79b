package io.sendgate.local.gate;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Mode;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An account under CustomerFlows that does everything right.
final class GateProfile {

    static final String TOLL_FREE = "+18885550123";

    /// A second's worth is a hundred.
    static final int PER_MINUTE = 6000;

    private GateProfile() {}

    static AccountProfile ada() {
        return new AccountProfile(
                "Ada Plumbing",
                List.of(),
                Optional.of("ops@ada-plumbing.example"),
                "US",
                Optional.of("1 Main St"),
                Map.of(),
                Help.NONE,
                "customerflows",
                Optional.of(List.of()),
                Optional.of(Mode.ENFORCE),
                HandOff.DIRECT,
                Optional.empty(),
                Optional.of("home-services"),
                Optional.of("scale"),
                false,
                List.of(new Sender(TOLL_FREE, Channel.SMS, SenderType.TOLL_FREE)),
                List.of(),
                List.of(new Attestation("policy-accepted", "ada", Instant.EPOCH)),
                List.of(),
                Optional.empty(),
                Optional.of(PER_MINUTE),
                Optional.empty());
    }
}
