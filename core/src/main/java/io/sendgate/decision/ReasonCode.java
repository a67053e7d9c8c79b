package io.sendgate.decision;

import io.sendgate.contact.Term;

/// Why a message may not go: published codes in precedence order, never renamed or reused.
///
/// Each has a heading of its own in `docs/reasons.md`.
public enum ReasonCode implements Term {
    POLICY_NOT_ACCEPTED,
    ACCOUNT_TERMINATED,
    ACCOUNT_SUSPENDED,
    ACCOUNT_RESTRICTED,
    UNDER_INVESTIGATION,
    ACCOUNT_WARNED,
    ACCOUNT_NOT_VERIFIED,
    TIER_REQUIRED,
    END_USER_BLOCKED,
    RESELLER_AGREEMENT_MISSING,
    RECIPIENT_INVALID,
    RECIPIENT_BLOCKED,
    SENDER_NOT_OWNED,
    SENDER_IDENTITY_MISMATCH,
    IMPERSONATION,
    EMERGENCY_TWO_WAY,
    OPTED_OUT,
    OPT_OUT_SUSPECTED,
    CONSENT_MISSING,
    CONSENT_PENDING,
    CONSENT_EXPIRED,
    CONSENT_TIER,
    CONSENT_PURPOSE,
    EVIDENCE_MISSING,
    /// A capture whose disclosure is absent, or names neither the business nor the channel.
    DISCLOSURE_MISSING,
    /// A capture whose box was ticked before the person came.
    BOX_PRE_TICKED,
    /// A capture that was a condition of purchase.
    CONDITION_OF_PURCHASE,
    PURCHASED_LIST,
    RELATIONSHIP_MISSING,
    REFERENCE_MISSING,
    MARKETING_ON_LONG_CODE,
    MASS_MARKETING,
    TEMPLATE_NOT_APPROVED,
    SERVICE_WINDOW_CLOSED,
    CATEGORY_MISMATCH,
    PURPOSE_MISMATCH,
    WHATSAPP_US_MARKETING_PAUSED,
    CONTENT_SHAFT,
    CONTENT_THREAT,
    CONTENT_HATE,
    CONTENT_FRAUD,
    CONTENT_PHISHING,
    CONTENT_CHAIN,
    CONTENT_ILLEGAL_GOODS,
    CONTENT_MISLEADING,
    CONTENT_UNSUBSTANTIATED,
    /// Prices or bids arranged between competitors.
    CONTENT_COLLUSION,
    SENSITIVE_DATA,
    MALWARE,
    MEDIA_PROHIBITED,
    MEDIA_UNSCANNED,
    CHATBOT_DISCLOSURE,
    CHATBOT_ADVICE,
    CHATBOT_PROMISE,
    CHATBOT_SENSITIVE_QUESTION,
    BUSINESS_NAME_MISSING,
    OPT_OUT_LINE_MISSING,
    MESSAGE_BOMBING,
    FREQUENCY_CAP,
    SEQUENCE_SPACING,
    QUIET_HOURS,
    BARRED_DAY,
    THROUGHPUT,
    EXPIRED_BEFORE_SEND,
    ALREADY_REDEEMED,
    /// Advice: the recipient should see who writes.
    NAME_YOUR_BRAND,
    /// Advice: another channel should carry what matters.
    ADD_REDUNDANCY,
    /// Advice: what is said in an emergency should tell where help is.
    POINT_TO_EMERGENCY_SERVICES,
    /// Advice: there is more to read about messages in an emergency.
    READ_ABOUT_EMERGENCIES,
    /// Advice: everybody who sends should know the policy.
    INSTRUCT_YOUR_TEAM,
    /// Advice: carriers filter links that many share.
    USE_YOUR_OWN_LINKS
}
