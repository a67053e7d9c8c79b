package io.sendgate.wire.gate;

import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;
import io.sendgate.account.HandOff;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.consent.Coverage;
import io.sendgate.consent.Method;
import io.sendgate.decision.Decision;
import io.sendgate.decision.Fix;
import io.sendgate.decision.Reason;
import io.sendgate.fake.FakeWorld;
import io.sendgate.gate.KeepFacts;
import io.sendgate.ledger.Whereabouts;
import io.sendgate.message.MessageClass;
import io.sendgate.message.Origin;
import io.sendgate.message.Purpose;
import io.sendgate.message.SendRequest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A generated request in a generated world.
final class FixScenario {

    private static final int ROUNDS = 10;

    private final Gate gate;
    private SendRequest request;

    FixScenario(String policy, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        gate = new Gate(policy, random.nextBoolean() ? HandOff.DIRECT : HandOff.REDEEM);
        if (random.nextInt(4) == 0) {
            profile(noAttestations(gate.world.facts(Gate.ADA).account().profile()));
        }
        past(random);
        gate.world.clock.advance(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
        request = request(random);
    }

    private void past(SplittableRandom random) {
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> gate.optIn(pick(random, MessageClass.values()), Optional.empty());
                case 1 ->
                        gate.capture(
                                new Coverage.OfClass(MessageClass.MARKETING),
                                Method.VERBAL,
                                Optional.empty(),
                                false);
                case 2 -> gate.hear("SM" + random.nextInt(), "STOP");
                case 3 -> gate.hear("SM" + random.nextInt(), "Hello there");
                case 4 -> gate.ask(request(random));
                default ->
                        gate.capture(
                                new Coverage.OfClass(MessageClass.MARKETING),
                                Method.WEB_FORM,
                                Optional.empty(),
                                true);
            }
            gate.world.clock.advance(Duration.ofMinutes(1 + random.nextInt(600)));
        }
    }

    private static SendRequest request(SplittableRandom random) {
        Optional<String> body =
                Optional.of(random.nextBoolean() ? Gate.BODY : "Your visit is tomorrow at ten");
        SendRequest plain = Gate.request(pick(random, Purpose.values()), Optional.empty(), body);
        Optional<String> sequence =
                random.nextBoolean() ? Optional.of("onboarding") : Optional.empty();
        return new SendRequest(
                plain.channel(),
                random.nextInt(4) == 0 ? Gate.LONG_CODE : plain.from(),
                plain.to(),
                true,
                plain.purpose(),
                pick(random, Origin.MANUAL, Origin.AUTOMATED, Origin.API),
                plain.body(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sequence,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @SafeVarargs
    private static <T> T pick(SplittableRandom random, T... options) {
        return options[random.nextInt(options.length)];
    }

    Decision follow() {
        Decision decision = gate.ask(request).decision();
        for (int round = 0; round < ROUNDS && !decision.allows(); round++) {
            decision.reasons().stream().map(Reason::fix).forEach(this::apply);
            gate.world.clock.advance(Duration.ofSeconds(1));
            decision = gate.ask(request).decision();
        }
        return decision;
    }

    private void apply(Fix fix) {
        switch (fix) {
            case Fix.SendAt it -> {
                if (it.instant().isAfter(gate.world.clock.instant())) {
                    gate.world.clock.set(it.instant());
                }
            }
            case Fix.RecordConsent it -> consent();
            case Fix.AwaitConfirmation it -> gate.hear("yes" + gate.world.clock.instant(), "YES");
            case Fix.AwaitOptIn it -> {
                gate.world.clock.advance(Duration.ofSeconds(1));
                gate.hear("start" + gate.world.clock.instant(), "START");
            }
            case Fix.RecordFact it -> fact(it);
            case Fix.RecordRelationship it -> relationship();
            case Fix.RegisterSender it -> {}
            case Fix.UseSender it -> request = from(sender(it));
            case Fix.AddText it -> request = saying(request.body().orElse("") + " " + it.text());
            case Fix.RemoveText it ->
                    request = saying(request.body().orElse("").replace(it.text(), ""));
            case Fix.Attest it -> attest(it.name());
            case Fix.UseTemplate it -> {}
            case Fix.CompleteProfile it -> {}
            case Fix.Appeal it -> {}
            case Fix.AwaitReview it -> {}
            case Fix.None it -> {}
        }
    }

    private void consent() {
        gate.world.clock.advance(Duration.ofSeconds(1));
        gate.capture(
                new Coverage.OfPurpose(request.purpose()),
                Method.WEB_FORM,
                Optional.empty(),
                false);
    }

    private void relationship() {
        KeepFacts.Known customer =
                new KeepFacts.Known("customer", Optional.empty(), Optional.empty());
        gate.world
                .keepFacts()
                .keep(
                        gate.world.facts(Gate.ADA),
                        Gate.ANNE,
                        Whereabouts.UNKNOWN,
                        Optional.of(customer));
    }

    private void fact(Fix.RecordFact fix) {
        if (fix.kind().equals("time zone")) {
            Whereabouts here =
                    new Whereabouts(
                            Optional.of(ZoneId.of("America/Chicago")),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty());
            gate.world
                    .keepFacts()
                    .keep(gate.world.facts(Gate.ADA), Gate.ANNE, here, Optional.empty());
            return;
        }
        gate.world
                .keepFacts()
                .keepReference(
                        gate.world.facts(Gate.ADA), Gate.ANNE, "ref-1", fix.kind(), fix.status());
        request =
                new SendRequest(
                        request.channel(),
                        request.from(),
                        request.to(),
                        true,
                        request.purpose(),
                        request.origin(),
                        request.body(),
                        List.of(),
                        request.template(),
                        request.subject(),
                        Optional.of("ref-1"),
                        request.sequence(),
                        request.conversation(),
                        request.endUser(),
                        request.broadcast(),
                        request.notAfter());
    }

    private String sender(Fix.UseSender fix) {
        return gate.world.facts(Gate.ADA).account().profile().senders().stream()
                .filter(sender -> sender.channel().covers(request.channel()))
                .filter(sender -> fix.types().contains(sender.type()))
                .map(Sender::id)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no sender of " + SenderType.values().length));
    }

    private SendRequest from(String sender) {
        return new SendRequest(
                request.channel(),
                sender,
                request.to(),
                true,
                request.purpose(),
                request.origin(),
                request.body(),
                List.of(),
                request.template(),
                request.subject(),
                request.reference(),
                request.sequence(),
                request.conversation(),
                request.endUser(),
                request.broadcast(),
                request.notAfter());
    }

    private SendRequest saying(String body) {
        return new SendRequest(
                request.channel(),
                request.from(),
                request.to(),
                true,
                request.purpose(),
                request.origin(),
                Optional.of(body),
                List.of(),
                request.template(),
                request.subject(),
                request.reference(),
                request.sequence(),
                request.conversation(),
                request.endUser(),
                request.broadcast(),
                request.notAfter());
    }

    private void attest(String name) {
        AccountProfile profile = gate.world.facts(Gate.ADA).account().profile();
        List<Attestation> attestations = new ArrayList<>(profile.attestations());
        attestations.add(new Attestation(name, "ada", FakeWorld.START));
        profile(with(profile, attestations));
    }

    private static AccountProfile noAttestations(AccountProfile profile) {
        return with(profile, List.of());
    }

    private void profile(AccountProfile profile) {
        gate.world.accounts.change(Gate.ADA, state -> state.with(profile));
    }

    private static AccountProfile with(AccountProfile profile, List<Attestation> attestations) {
        return new AccountProfile(
                profile.businessName(),
                profile.brands(),
                profile.email(),
                profile.country(),
                profile.address(),
                profile.identity(),
                profile.help(),
                profile.policy(),
                profile.packs(),
                profile.mode(),
                profile.handOff(),
                profile.parent(),
                profile.industry(),
                profile.tier(),
                profile.emergencyServiceProvider(),
                profile.senders(),
                profile.templates(),
                attestations,
                profile.licences(),
                profile.chatbot(),
                profile.messagesPerMinute(),
                profile.expectationWindow());
    }
}
