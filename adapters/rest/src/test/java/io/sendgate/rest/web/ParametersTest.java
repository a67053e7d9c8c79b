package io.sendgate.rest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sendgate.contact.Channel;
import io.sendgate.rest.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/// Parameters are values, or a 400.
class ParametersTest {

    @Test
    void aPlusThatNobodyEncodedIsStillAPlus() {
        assertThat(Parameters.number("recipient", " 16505551234")).isEqualTo("+16505551234");
        assertThat(Parameters.instant("from", "2026-11-22T18:00:00 01:00"))
                .contains(Instant.parse("2026-11-22T17:00:00Z"));
    }

    @Test
    void aDayStandsForItsBeginning() {
        assertThat(Parameters.instant("from", "2026-11-22"))
                .contains(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @Test
    void rubbishIsRefusedAndAbsenceIsNot() {
        assertThat(Parameters.instant("from", null)).isEmpty();
        assertThat(Parameters.term("channel", Channel.class, null)).isEmpty();
        assertThat(Parameters.term("channel", Channel.class, "sms")).contains(Channel.SMS);
        assertThatThrownBy(() -> Parameters.instant("from", "yesterday"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Parameters.term("channel", Channel.class, "SMS"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown ->
                                assertThat(thrown.problem().detail())
                                        .contains("channel must be one of sms, mms, whatsapp"));
        assertThatThrownBy(() -> Parameters.required("recipient", " "))
                .isInstanceOf(ProblemException.class);
    }
}
