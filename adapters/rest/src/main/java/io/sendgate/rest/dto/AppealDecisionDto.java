package io.sendgate.rest.dto;

/// The body of `POST /appeals/{id}/decision`.
///
/// @param outcome `granted` or `refused`
public record AppealDecisionDto(String outcome, String explanation, String by) {

    /// Whether what the action took is restored.
    public boolean isGranted() {
        return outcome.equals("granted");
    }
}
