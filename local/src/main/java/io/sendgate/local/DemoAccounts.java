package io.sendgate.local;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.sendgate.account.AccountFacts;
import io.sendgate.accountstanding.accounts.IssueKey;
import io.sendgate.accountstanding.accounts.PutAccount;
import io.sendgate.consent.Capture;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Disclosure;
import io.sendgate.consent.Evidence;
import io.sendgate.consent.Method;
import io.sendgate.consent.Source;
import io.sendgate.contact.Channel;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.gate.Accounts;
import io.sendgate.gate.CaptureConsent;
import io.sendgate.message.MessageClass;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the demo accounts in a new data folder and remembers their keys beside the tables.
///
/// Only here is a key ever kept in clear: the suite is on the loopback address and holds nobody's
/// data.
@Singleton
class DemoAccounts {

    /// Somebody who has agreed to everything, for each demo account.
    static final PhoneNumber RECIPIENT = new PhoneNumber("+13125550142");

    private final PutAccount putAccount;
    private final IssueKey issueKey;
    private final CaptureConsent captureConsent;
    private final Accounts accounts;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final Path file;

    @Inject
    DemoAccounts(
            PutAccount putAccount,
            IssueKey issueKey,
            CaptureConsent captureConsent,
            Accounts accounts,
            InstantSource clock,
            ObjectMapper json,
            LocalStore store) {
        this.putAccount = putAccount;
        this.issueKey = issueKey;
        this.captureConsent = captureConsent;
        this.accounts = accounts;
        this.clock = clock;
        this.json = json;
        this.file = store.folder().resolve("demo-keys.json");
    }

    /// The demo accounts' keys by account id, in order; opened at the first start.
    Map<String, String> open() {
        try {
            if (Files.exists(file)) {
                return json.readValue(
                        file.toFile(), new TypeReference<LinkedHashMap<String, String>>() {});
            }
            Map<String, String> keys = new LinkedHashMap<>();
            DemoAccount.all().forEach(account -> keys.put(account.id().value(), open(account)));
            json.writeValue(file.toFile(), keys);
            return keys;
        } catch (IOException refused) {
            throw new UncheckedIOException("the demo accounts' keys cannot be kept", refused);
        }
    }

    private String open(DemoAccount account) {
        putAccount.put(account.id(), account.profile());
        String key = issueKey.issue(account.id(), Optional.empty()).key().orElseThrow();
        AccountFacts facts = accounts.facts(account.id()).orElseThrow().facts();
        captureConsent.capture(facts, consent(account), Optional.of("demo"), "demo");
        return key;
    }

    private Capture consent(DemoAccount account) {
        String text = account.businessName() + " may send you text messages and WhatsApp messages";
        return new Capture(
                RECIPIENT,
                Channel.SMS,
                List.of(
                        new Coverage.OfClass(MessageClass.TRANSACTIONAL),
                        new Coverage.OfClass(MessageClass.MARKETING)),
                Method.WEB_FORM,
                Source.OWN_CUSTOMER,
                Optional.of("en"),
                new Disclosure(Optional.of(text), Optional.empty(), false, false),
                new Evidence(
                        Optional.of("203.0.113.9"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(clock.instant()),
                        Optional.empty()),
                Optional.empty(),
                false);
    }
}
