package io.sendgate.accountstanding.accounts;

import io.sendgate.contact.Term;

/// A provider whose webhooks an account can be given settings for.
enum WebhookProvider implements Term {
    TWILIO,
    META,
    TELNYX,
    BANDWIDTH,
    VONAGE,
    PLIVO,
    SINCH,
    INFOBIP,
    BIRD,
    AWS,
    GENERIC
}
