package io.sendgate.consentcapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.sendgate.aws.FormStore;
import io.sendgate.aws.StoredForm;
import io.sendgate.consent.Coverage;
import io.sendgate.contact.Channel;
import io.sendgate.rest.dto.FormDto;
import io.sendgate.rest.problem.ProblemException;
import io.sendgate.wire.keys.PlainIds;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

class FormDefinitionTest {

    private static final String WORDS = "I agree that Ada Plumbing may send me text messages";
    private final World world = new World();
    private final FormStore store = mock(FormStore.class);
    private final FormDefinition forms =
            new FormDefinition(store, new PlainIds(new SecureRandom()), world.ports);

    @BeforeEach
    void freshIds() {
        when(store.claim(any(), any(), any())).thenAnswer(call -> call.getArgument(2));
    }

    @Test
    void aFormKeepsItsWordsAndTheOriginsAsBrowsersWriteThem() {
        StoredForm form =
                define(
                        "join",
                        form(
                                WORDS,
                                "https://ada.example/thanks?x=1",
                                List.of("HTTPS://Ada.Example:443", "http://ada.example:8080")));

        assertThat(form.id()).startsWith("form_");
        assertThat(form.disclosure()).isEqualTo(WORDS);
        assertThat(form.allowedOrigins())
                .containsExactly("https://ada.example", "http://ada.example:8080");
        verify(store).put(form);
    }

    @Test
    void theSameNameKeepsItsId() {
        when(store.claim(any(), any(), any())).thenReturn("form_first");

        assertThat(define("join", form(WORDS, null, List.of())).id()).isEqualTo("form_first");
    }

    @Test
    void wordsThatNameNeitherTheBusinessNorTheChannelAreRefusedAtOnce() {
        ProblemException refusal = refusal("join", form("I agree", null, List.of()));

        assertThat(refusal.problem().status()).isEqualTo(422);
        assertThat(refusal.problem().toJson().path("reasons").findValuesAsText("code"))
                .containsExactly("disclosure-missing", "disclosure-missing");
        verify(store, never()).put(any());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example",
                "/thanks",
                "http://ada.example/",
                "https://user:secret@ada.example/",
                "data:text/html,x",
                "https:ada.example",
                "ftp://ada.example/",
                "https://ada.example/\r\nSet-Cookie: a=b"
            })
    void aRedirectIsAnAbsoluteHttpsAddress(String redirect) {
        assertThat(refusal("join", form(WORDS, redirect, List.of())).problem().errors())
                .extracting(violation -> violation.pointer())
                .containsExactly("/redirect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9/x", "http://localhost/x", "http://[::1]:8080/"})
    void onLoopbackPlainHttpWillDo(String redirect) {
        assertThat(define("join", form(WORDS, redirect, List.of())).redirect()).contains(redirect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", "-a", "ä"})
    void aNameIsPlain(String name) {
        assertThat(refusal(name, form(WORDS, null, List.of())).problem().status()).isEqualTo(400);
    }

    @Test
    void anIdThatCannotBeIsKnownWithoutARead() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> forms.find("form_x")))
                .extracting(thrown -> thrown.problem().status())
                .isEqualTo(404);
        verify(store, never()).find(any());
    }

    private StoredForm define(String name, FormDto form) {
        return forms.define(world.facts(World.ADA), name, form);
    }

    private ProblemException refusal(String name, FormDto form) {
        return catchThrowableOfType(ProblemException.class, () -> define(name, form));
    }

    private static FormDto form(String words, @Nullable String redirect, List<String> origins) {
        return new FormDto(Channel.SMS, List.of("marketing"), words, redirect, origins);
    }

    /// A form of Ada's as the store has it.
    static StoredForm stored(World world, String words) {
        return new StoredForm(
                "form_1",
                World.ADA,
                "join",
                Channel.SMS,
                List.of(Coverage.parse("marketing").orElseThrow()),
                words,
                Optional.of("https://ada.example/thanks"),
                List.of("https://ada.example"),
                world.now());
    }
}
