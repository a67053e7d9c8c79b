package io.sendgate.rest.dto;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// The body of `PUT /local/clock`: one of the two.
public record LocalClockDto(@Nullable Instant now, @Nullable Duration advance) {}
