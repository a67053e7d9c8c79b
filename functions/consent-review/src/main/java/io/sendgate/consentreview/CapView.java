package io.sendgate.consentreview;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.sendgate.decision.ReasonCode;
import io.sendgate.policy.Rule;
import io.sendgate.rest.answer.ClauseView;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// A frequency cap, and how full it is.
///
/// @param rule the policy's rule, as `document/rule`
/// @param code the reason a full cap gives
/// @param key what must be the same for two messages to count together
/// @param max how many messages fit, the person's own wish for more included
/// @param per the rolling period
/// @param used how many count now; where messages count by key, those of the fullest one
/// @param left how many more may go
/// @param opensAt for a full cap only, when its next place opens
/// @param liftedUntil where the person's own message lifts the cap, until when
@JsonInclude(JsonInclude.Include.NON_NULL)
record CapView(
        String rule,
        ClauseView clause,
        ReasonCode code,
        Rule.Limit.Key key,
        int max,
        Duration per,
        int used,
        int left,
        @Nullable Instant opensAt,
        @Nullable Instant liftedUntil) {}
