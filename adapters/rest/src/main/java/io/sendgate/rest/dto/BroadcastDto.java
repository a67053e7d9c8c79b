package io.sendgate.rest.dto;

import io.sendgate.contact.PhoneNumber;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.IntStream;

/// The body of `POST /broadcasts` and of `POST /broadcasts/estimate`.
public record BroadcastDto(
        @Nullable Integer recipients,
        @Nullable Integer messagesPerMinute,
        @Nullable List<String> numbers) {

    /// How many messages it has: as many as it says, else as it has numbers.
    public int count() {
        return recipients != null ? recipients : numbers != null ? numbers.size() : 0;
    }

    /// Who it goes to; empty where the body does not say.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 at the first that spells no number
    public List<PhoneNumber> recipientNumbers(Numbers reader) {
        List<String> texts = numbers == null ? List.of() : numbers;
        return IntStream.range(0, texts.size())
                .mapToObj(i -> reader.number(texts.get(i), "/numbers/" + i))
                .toList();
    }

    @Override
    public String toString() {
        return "BroadcastDto[" + count() + " recipients]";
    }
}
