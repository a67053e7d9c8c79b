package io.sendgate.rest.web;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.sendgate.wire.phone.NumberAtlas;
import io.sendgate.wire.policy.PolicyDocuments;
import io.sendgate.wire.policy.SeededPolicyBook;

import org.junit.jupiter.api.Test;

class GatePrimerTest {

    @Test
    void everySeededPolicyCanBePrimed() {
        SeededPolicyBook policies = new SeededPolicyBook(PolicyDocuments.seeded());
        assertThatCode(new GatePrimer(policies, new NumberAtlas())::prime)
                .doesNotThrowAnyException();
    }
}
