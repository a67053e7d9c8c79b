package io.sendgate.consentreview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.sendgate.consent.Tier;
import io.sendgate.message.MessageClass;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a person has said about one purpose on one channel.
///
/// @param state `granted`, `pending` or `opted-out`
/// @param messageClass the class that the account's policy gives the purpose; `class` in JSON
/// @param tier how strong the consent is, where there is one
/// @param consent the consent's id
/// @param since when the person agreed, or opted out
/// @param until when the consent ends, or its waiting
/// @param fix after an opt-out, what would let such a message go all the same
@JsonInclude(JsonInclude.Include.NON_NULL)
record PurposeView(
        String state,
        @JsonProperty("class") MessageClass messageClass,
        @Nullable Tier tier,
        @Nullable String consent,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String fix) {

    static final String GRANTED = "granted";
    static final String PENDING = "pending";
    static final String OPTED_OUT = "opted-out";
}
