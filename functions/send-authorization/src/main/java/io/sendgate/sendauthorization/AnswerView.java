package io.sendgate.sendauthorization;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.sendgate.rest.answer.DecisionView;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The answer to a request to send: the decision, and beside it the present status.
///
/// @param status of an allow or a hold that is on record; left out for anything else
record AnswerView(
        @JsonUnwrapped DecisionView whole,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String status) {

    /// A decision with its status, if it has one.
    static AnswerView of(DecisionView whole, Optional<String> status) {
        return new AnswerView(whole, status.orElse(null));
    }
}
