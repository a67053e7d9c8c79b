package io.sendgate.local;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Mode;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An account to try the suite with: one for each of the four policies, with everything in order.
enum DemoAccount {
    BACKBONE("acct_backbone", "backbone", "Bluebird Heating", "+18335550101", "+13055550101"),
    CRM_TEXT("acct_crmtext", "crm-text", "Cedar Roofing", "+18335550102", "+13055550102"),
    SIPSTACK("acct_sipstack", "sipstack", "Silver Electric", "+18335550103", "+13055550103"),
    CUSTOMER_FLOWS(
            "acct_customerflows", "customerflows", "Ada Plumbing", "+18335550104", "+13055550104");

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final String id;
    private final String policy;
    private final String businessName;
    private final String tollFree;
    private final String whatsapp;

    DemoAccount(String id, String policy, String businessName, String tollFree, String whatsapp) {
        this.id = id;
        this.policy = policy;
        this.businessName = businessName;
        this.tollFree = tollFree;
        this.whatsapp = whatsapp;
    }

    AccountId id() {
        return new AccountId(id);
    }

    String businessName() {
        return businessName;
    }

    String tollFree() {
        return tollFree;
    }

    AccountProfile profile() {
        String site = "https://" + policy + ".example";
        return new AccountProfile(
                businessName,
                List.of(businessName),
                Optional.of("ops@" + policy + ".example"),
                "US",
                Optional.of("1 Main St, Austin, TX 78701"),
                Map.of(),
                new Help(Optional.empty(), Optional.of(site + "/help")),
                policy,
                Optional.empty(),
                Optional.of(Mode.ENFORCE),
                HandOff.DIRECT,
                Optional.empty(),
                Optional.of("home-services"),
                Optional.of("scale"),
                false,
                List.of(
                        new Sender(tollFree, Channel.SMS, SenderType.TOLL_FREE),
                        new Sender(whatsapp, Channel.WHATSAPP, SenderType.WHATSAPP)),
                List.of(),
                attestations(),
                List.of(),
                Optional.empty(),
                Optional.of(600),
                Optional.empty());
    }

    private static List<Attestation> attestations() {
        return Stream.of(
                        "policy-accepted",
                        "business-verified",
                        "redundant-channels",
                        "team-instructed")
                .map(name -> new Attestation(name, "demo", LONG_AGO))
                .toList();
    }

    static List<DemoAccount> all() {
        return Arrays.asList(values());
    }
}
