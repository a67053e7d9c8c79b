package io.sendgate.message;

import io.sendgate.contact.Term;

/// What a message is for, as its sender declares it.
public enum Purpose implements Term {
    MARKETING(MessageClass.MARKETING),
    REVIEW_REQUEST(MessageClass.TRANSACTIONAL),
    MAINTENANCE_REMINDER(MessageClass.TRANSACTIONAL),
    FOLLOW_UP(MessageClass.TRANSACTIONAL),
    REPLY(MessageClass.CONVERSATIONAL),
    APPOINTMENT_CONFIRMATION(MessageClass.TRANSACTIONAL),
    APPOINTMENT_REMINDER(MessageClass.TRANSACTIONAL),
    JOB_STATUS(MessageClass.TRANSACTIONAL),
    INVOICE(MessageClass.TRANSACTIONAL),
    PAYMENT_RECEIPT(MessageClass.TRANSACTIONAL),
    ONE_TIME_PASSCODE(MessageClass.TRANSACTIONAL),
    EARLY_WARNING(MessageClass.TRANSACTIONAL),
    SAFETY_ADVISORY(MessageClass.TRANSACTIONAL),
    EVENT_CANCELLATION(MessageClass.TRANSACTIONAL),
    SERVICE(MessageClass.SERVICE);

    private final MessageClass usualClass;

    Purpose(MessageClass usualClass) {
        this.usualClass = usualClass;
    }

    /// The class of this purpose where no policy says otherwise.
    public MessageClass usualClass() {
        return usualClass;
    }
}
