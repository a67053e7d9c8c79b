package io.sendgate.infra;

import java.util.List;
import java.util.Locale;

/// A function of the suite: one folder under `functions/`, one Lambda.
public enum FunctionUnit {
    /// Providers' webhooks.
    INBOUND_WEBHOOK(28, 200, List.of("webhooks")),
    /// Consents, opt-outs and forms.
    CONSENT_CAPTURE(28, 100, List.of("consents", "opt-outs", "forms")),
    /// Facts in; state and history out.
    CONSENT_REVIEW(28, 50, List.of("recipients")),
    /// May this message go?
    SEND_AUTHORIZATION(28, 300, List.of("authorizations", "broadcasts")),
    /// Accounts, policies, reports, cases and appeals.
    ACCOUNT_STANDING(
            28, 20, List.of("account", "end-users", "policies", "reports", "cases", "appeals")),
    /// What is due.
    FREQUENCY_RESET(300, 2, List.of()),
    /// The streams.
    EVENT_RELAY(60, 50, List.of());

    private final int timeout;
    private final int concurrency;
    private final List<String> segments;

    FunctionUnit(int timeout, int concurrency, List<String> segments) {
        this.timeout = timeout;
        this.concurrency = concurrency;
        this.segments = segments;
    }

    /// The folder's name, and the function's.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Seconds after which a call is given up.
    ///
    /// The front door gives up after 30, so that a caller is answered by the suite, not by it.
    public int timeout() {
        return timeout;
    }

    /// The copies that are kept for it, and the most it may have.
    public int concurrency() {
        return concurrency;
    }

    /// The first path segments that it owns; `account` covers `accounts`. None where it has no
    /// URL.
    public List<String> segments() {
        return segments;
    }

    /// Whether callers reach it over HTTP.
    public boolean hasUrl() {
        return !segments.isEmpty();
    }

    /// Whether it needs the master keys: everything but the relay, which tells what it reads as
    /// it stands.
    public boolean needsMasters() {
        return this != EVENT_RELAY;
    }

    /// Whether it decides sends, or opens and closes them: it must know a restored table.
    public boolean decidesSends() {
        return switch (this) {
            case SEND_AUTHORIZATION, FREQUENCY_RESET, ACCOUNT_STANDING -> true;
            case INBOUND_WEBHOOK, CONSENT_CAPTURE, CONSENT_REVIEW, EVENT_RELAY -> false;
        };
    }
}
