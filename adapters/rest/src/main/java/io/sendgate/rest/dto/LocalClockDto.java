package io.sendgate.rest.dto;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of `PUT /local/clock`: one of the two.
public record LocalClockDto(@Nullable Instant now, @Nullable Duration advance) {}
