package io.sendgate.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.aws.FormStore;
import io.sendgate.aws.PolicyNotice;
import io.sendgate.aws.PolicyStore;
import io.sendgate.aws.StoredForm;
import io.sendgate.aws.StoredPolicy;
import io.sendgate.consent.Coverage;
import io.sendgate.contact.Channel;
import io.sendgate.message.MessageClass;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class DocumentsTest {

    private static final TestStore STORE = new TestStore();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void aFormsNameIsBoundToItsFirstIdForGood() {
        FormStore forms = new FormStore(STORE.client, STORE.tables);

        assertThat(forms.claim(TestStore.ADA, "spring", "form_1")).isEqualTo("form_1");
        assertThat(forms.claim(TestStore.ADA, "spring", "form_2")).isEqualTo("form_1");
        assertThat(forms.claim(TestStore.BOB, "spring", "form_3")).isEqualTo("form_3");
        assertThat(forms.find("form_1")).isEmpty();
        assertThat(forms.find("acct_ada/spring")).isEmpty();
    }

    @Test
    void aFormIsReadBackAndReplaced() {
        FormStore forms = new FormStore(STORE.client, STORE.tables);
        StoredForm form = form("By ticking this box …", Optional.empty());
        StoredForm changed =
                form("By ticking this other box …", Optional.of("https://ada.example"));

        forms.put(form);
        assertThat(forms.find("form_9")).contains(form);
        forms.put(changed);
        assertThat(forms.find("form_9")).contains(changed);
    }

    @Test
    void aPolicysVersionIsWrittenOnceToTheByte() {
        PolicyStore policies = new PolicyStore(STORE.client, STORE.tables);
        StoredPolicy first = policy("{ \"id\":\"x\" }\r\n");

        assertThat(policies.put(first)).isEmpty();
        assertThat(policies.put(policy("{}"))).contains(first);
        assertThat(policies.find("x", "2026-01")).contains(first);
        assertThat(policies.find("x", "2026-02")).isEmpty();
    }

    @Test
    void aNoticeStandsBesideItsVersionAndIsNoVersion() {
        PolicyStore policies = new PolicyStore(STORE.client, STORE.tables);
        PolicyNotice notice =
                new PolicyNotice(
                        "y",
                        "2026-01",
                        "sha256:00",
                        "A summary",
                        Optional.empty(),
                        Entries.NOW,
                        true,
                        1,
                        Entries.NOW,
                        Optional.empty());

        policies.announce(notice);
        policies.announce(notice.to(TestStore.ADA));
        assertThat(policies.find("y", "2026-01")).isEmpty();
        assertThat(policies.isFinished("y", "2026-01")).isFalse();
        policies.finish("y", "2026-01");
        policies.finish("y", "2026-01");
        assertThat(policies.isFinished("y", "2026-01")).isTrue();
        assertThat(policies.isFinished("y", "2026-02")).isFalse();
    }

    private static StoredPolicy policy(String document) {
        return new StoredPolicy(
                "x",
                "2026-01",
                "sha256:00",
                document.getBytes(StandardCharsets.UTF_8),
                "A summary",
                Entries.NOW);
    }

    private static StoredForm form(String disclosure, Optional<String> redirect) {
        return new StoredForm(
                "form_9",
                TestStore.ADA,
                "spring",
                Channel.WHATSAPP,
                List.of(new Coverage.OfClass(MessageClass.MARKETING)),
                disclosure,
                redirect,
                List.of("https://ada.example"),
                Entries.NOW);
    }
}
