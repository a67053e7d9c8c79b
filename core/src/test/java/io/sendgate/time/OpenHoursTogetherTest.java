package io.sendgate.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.time.OpenHours.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

class OpenHoursTogetherTest {

    private static OpenHours monday(String from, String to) {
        return new OpenHours(
                Map.of(DayOfWeek.MONDAY, new Window(LocalTime.parse(from), LocalTime.parse(to))));
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 21:00, 09:00, 20:00, 09:00, 20:00",
        "08:00, 21:00, 20:59, 00:00, 20:59, 21:00",
        "00:00, 00:00, 10:00, 18:00, 10:00, 18:00",
        "00:00, 00:00, 22:00, 00:00, 22:00, 00:00"
    })
    void whatIsOpenInBothIsOpen(
            String from, String to, String otherFrom, String otherTo, String first, String last) {
        OpenHours one = monday(from, to);
        OpenHours other = monday(otherFrom, otherTo);

        assertThat(one.and(other)).isEqualTo(monday(first, last));
        assertThat(other.and(one)).isEqualTo(monday(first, last));
        assertThat(one.and(other).isNever()).isFalse();
    }

    @Test
    void hoursThatOnlyTouchShareNothing() {
        assertThat(monday("08:00", "12:00").and(monday("12:00", "00:00")).isNever()).isTrue();
    }

    @Test
    void noDayIsShared() {
        OpenHours tuesday =
                new OpenHours(
                        Map.of(
                                DayOfWeek.TUESDAY,
                                new Window(LocalTime.of(8, 0), LocalTime.of(9, 0))),
                        List.of());

        assertThat(monday("08:00", "12:00").and(tuesday).isNever()).isTrue();
    }
}
