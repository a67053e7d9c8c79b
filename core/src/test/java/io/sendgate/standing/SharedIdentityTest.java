package io.sendgate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.contact.Channel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SharedIdentityTest {

    @Test
    void theSameMailTheSameTaxNumberOrTheSameSenderIsTheSameBusiness() {
        Set<String> ada = marks("Ada", "Ops@Ada.example", "12-3456789", "+18885550123");

        assertThat(ada)
                .containsAnyElementsOf(marks("Bob", "ops@ada.example", "1", "+18885550199"))
                .containsAnyElementsOf(marks("Bob", "b@bob.example", "123456789", "+18885550199"))
                .containsAnyElementsOf(marks("Bob", "b@bob.example", "1", "+18885550123"));
    }

    @Test
    void theSameNameAloneIsNot() {
        assertThat(marks("Ada", "a@ada.example", "1", "+18885550123"))
                .doesNotContainAnyElementsOf(marks("Ada", "b@ada.example", "2", "+18885550199"));
    }

    @Test
    void anIdentityThatSaysNothingIsNoMark() {
        assertThat(marks("Ada", "a@ada.example", " - ", "+18885550123"))
                .containsExactlyInAnyOrder("email:a@ada.example", "sender:+18885550123");
    }

    private static Set<String> marks(String name, String email, String taxId, String sender) {
        return SharedIdentity.marks(
                new AccountProfile(
                        name,
                        List.of(),
                        Optional.of(email),
                        "US",
                        Optional.empty(),
                        Map.of("taxId", taxId),
                        Help.NONE,
                        "customerflows",
                        Optional.empty(),
                        Optional.empty(),
                        HandOff.DIRECT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of(new Sender(sender, Channel.SMS, SenderType.TOLL_FREE)),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
