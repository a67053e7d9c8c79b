package io.sendgate.local.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sendgate.account.AccountId;
import io.sendgate.aws.SuiteEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class LocalTopicTest {

    private static final AccountId ADA = new AccountId("acct_ada");
    private static final AccountId BOB = new AccountId("acct_bob");

    @TempDir private Path folder;

    private Path file = Path.of("events.jsonl");

    @BeforeEach
    void name() {
        file = folder.resolve("deep").resolve("events.jsonl");
    }

    @Test
    void whatWasPublishedIsReadBackByTypeAndAccountInOrder() {
        LocalTopic topic = new LocalTopic(file);
        SuiteEvent first = event("1", "consent.granted", ADA);
        SuiteEvent second = event("2", "consent.granted", BOB);
        SuiteEvent third = event("3", "opt-out.recorded", ADA);

        assertThat(topic.publish(List.of(first, second, third))).isEmpty();

        assertThat(topic.events(Optional.empty(), Optional.empty()))
                .containsExactly(first, second, third);
        assertThat(topic.events(Optional.of("consent.granted"), Optional.empty()))
                .containsExactly(first, second);
        assertThat(topic.events(Optional.empty(), Optional.of(ADA))).containsExactly(first, third);
        assertThat(topic.events(Optional.of("opt-out.recorded"), Optional.of(BOB))).isEmpty();
    }

    @Test
    void anEventThatComesTwiceIsKeptOnce() throws IOException {
        LocalTopic topic = new LocalTopic(file);
        SuiteEvent event = event("1", "consent.granted", ADA);

        topic.publish(List.of(event, event));
        topic.publish(List.of(event));

        assertThat(topic.events(Optional.empty(), Optional.empty())).containsExactly(event);
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void aRestartKnowsWhatWasPublishedBefore() {
        SuiteEvent event = event("1", "consent.granted", ADA);
        new LocalTopic(file).publish(List.of(event));

        LocalTopic again = new LocalTopic(file);
        again.publish(List.of(event));

        assertThat(again.events(Optional.empty(), Optional.empty())).containsExactly(event);
    }

    @Test
    void aLineThatWasCutOffByAKillIsDroppedAndThoseAfterItAreWhole() throws IOException {
        SuiteEvent first = event("1", "consent.granted", ADA);
        SuiteEvent second = event("2", "consent.granted", ADA);
        new LocalTopic(file).publish(List.of(first));
        Files.writeString(file, "{\"id\":\"2\",\"ty", StandardOpenOption.APPEND);

        new LocalTopic(file).publish(List.of(second));

        assertThat(new LocalTopic(file).events(Optional.empty(), Optional.empty()))
                .containsExactly(first, second);
    }

    @Test
    void whatASubscriberFailsOnIsDeliveredAgainAndHoldsUpNothing() {
        List<String> heard = new ArrayList<>();
        Set<String> failing = new HashSet<>(Set.of("1"));
        LocalTopic topic = new LocalTopic(file, event -> take(event, failing, heard));

        topic.publish(List.of(event("1", "complaint.received", ADA), event("2", "x", ADA)));
        assertThat(heard).containsExactly("2");
        assertThat(topic.redeliver()).isEqualTo(1);
        failing.clear();

        assertThat(topic.redeliver()).isZero();
        assertThat(topic.redeliver()).isZero();
        assertThat(heard).containsExactly("2", "1");
    }

    @Test
    void whatNobodyHasTakenIsDeliveredAfterARestart() {
        List<String> heard = new ArrayList<>();
        new LocalTopic(file, event -> take(event, Set.of("2"), heard))
                .publish(List.of(event("1", "x", ADA), event("2", "x", ADA)));

        LocalTopic again = new LocalTopic(file, event -> take(event, Set.of(), heard));

        assertThat(again.redeliver()).isZero();
        assertThat(heard).containsExactly("1", "2");
    }

    private static void take(SuiteEvent event, Set<String> failing, List<String> heard) {
        if (failing.contains(event.id())) {
            throw new IllegalStateException("not now");
        }
        heard.add(event.id());
    }

    private static SuiteEvent event(String id, String type, AccountId account) {
        String json =
                "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"account\":\"" + account + "\"}";
        return new SuiteEvent(id, type, Optional.of(account), json);
    }
}
