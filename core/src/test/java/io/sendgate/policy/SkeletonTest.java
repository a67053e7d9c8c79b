package io.sendgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

    @ParameterizedTest
    @CsvSource({
        "PayPaI, PayPal",
        "Arnazon, amazon",
        "VVells Fargo, WELLSFARGO",
        "G00GLE, Google",
        "Раураl, PayPal"
    })
    void namesThatPassForEachOtherHaveOneShape(String fake, String real) {
        assertThat(Skeleton.of(fake)).isEqualTo(Skeleton.of(real));
    }

    @ParameterizedTest
    @CsvSource({"AdaPlumb, PayPal", "Target, Budget"})
    void othersDoNot(String one, String other) {
        assertThat(Skeleton.of(one)).isNotEqualTo(Skeleton.of(other));
    }
}
