package io.sendgate.consentreview;

import io.sendgate.consent.Method;
import io.sendgate.consent.Scope;
import io.sendgate.consent.Source;
import io.sendgate.consent.Tier;
import io.sendgate.contact.Channel;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One person as an account knows them.
///
/// @param number in full: the account's own
/// @param tag what stands for the number in events
/// @param blocked null where the person is not blocked
/// @param facts what has been put on record
/// @param timeZone where the person may be, and what says so
/// @param channels by channel and purpose, what the person has said; text messages stand for
///     picture messages too
/// @param consents those in force and those that wait for a confirmation
/// @param optOuts for the whole family of accounts; what lifts one shows in `channels`
/// @param caps how full each frequency cap is
/// @param references bookings, payments and purchases on record
/// @param lastInbound when the person last wrote
record RecipientView(
        String number,
        String tag,
        @Nullable BlockView blocked,
        FactsView facts,
        TimeZoneView timeZone,
        Map<String, Map<String, PurposeView>> channels,
        List<ConsentView> consents,
        List<OptOutView> optOuts,
        List<CapView> caps,
        List<ReferenceView> references,
        List<InboundView> lastInbound) {

    /// A block.
    ///
    /// @param across `account` for the family, `platform` for everybody
    record BlockView(String across, @Nullable Instant since) {}

    /// Facts on record, under the names they were put with.
    record FactsView(
            @Nullable String timezone,
            @Nullable String country,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable RelationshipView relationship) {}

    /// What the person is to the account.
    record RelationshipView(String type, @Nullable String reference, @Nullable LocalDate since) {}

    /// Where the person may be.
    ///
    /// @param zones IANA names, in order; all of them must be open
    /// @param evidence `time-zone-on-record`, `region-on-record`, `area-code` or `number`
    record TimeZoneView(List<String> zones, String evidence) {}

    /// A consent.
    ///
    /// @param state `active` or `pending`
    /// @param purposes purposes and classes
    /// @param until when it ends, or its waiting
    record ConsentView(
            String id,
            String state,
            Channel channel,
            List<String> purposes,
            Tier tier,
            Method method,
            Source source,
            Instant at,
            @Nullable Instant until,
            @Nullable Integer maxPerWeek) {}

    /// An opt-out.
    ///
    /// @param channel null for every channel
    record OptOutView(Scope scope, @Nullable Channel channel, Instant at) {}

    /// A booking, payment or purchase.
    record ReferenceView(String ref, String kind, String status, Instant at) {}

    /// The last message on a channel.
    record InboundView(Channel channel, Instant at) {}
}
