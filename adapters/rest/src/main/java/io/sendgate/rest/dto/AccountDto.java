package io.sendgate.rest.dto;

import io.sendgate.account.AccountId;
import io.sendgate.account.AccountProfile;
import io.sendgate.account.Attestation;
import io.sendgate.account.Chatbot;
import io.sendgate.account.HandOff;
import io.sendgate.account.Help;
import io.sendgate.account.Licence;
import io.sendgate.account.Mode;
import io.sendgate.account.Sender;
import io.sendgate.account.SenderType;
import io.sendgate.account.Template;
import io.sendgate.contact.Channel;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The body of `PUT /accounts/{id}`.
public record AccountDto(
        String businessName,
        @Nullable List<String> brands,
        @Nullable String email,
        @Nullable String country,
        @Nullable String address,
        @Nullable Map<String, String> identity,
        @Nullable HelpDto help,
        String policy,
        @Nullable List<String> packs,
        @Nullable Mode mode,
        @Nullable HandOff handOff,
        @Nullable String parent,
        @Nullable String industry,
        @Nullable String tier,
        @Nullable Boolean emergencyServiceProvider,
        @Nullable List<SenderDto> senders,
        @Nullable List<TemplateDto> templates,
        @Nullable List<AttestationDto> attestations,
        @Nullable List<LicenceDto> licences,
        @Nullable ChatbotDto chatbot,
        @Nullable Integer messagesPerMinute,
        @Nullable Duration expectationWindow) {

    private static final String HOME = "US";

    /// Where recipients find help.
    public record HelpDto(@Nullable String phone, @Nullable String url) {}

    /// A number or name the account sends from.
    public record SenderDto(String id, Channel channel, SenderType type) {}

    /// A WhatsApp template.
    public record TemplateDto(
            String name, String category, String status, @Nullable String language) {}

    /// Something the account has declared.
    public record AttestationDto(String name, String by, Instant at) {}

    /// A licence on file.
    public record LicenceDto(
            String kind, @Nullable String number, @Nullable LocalDate validUntil) {}

    /// The account's automated assistant.
    public record ChatbotDto(@Nullable String name, @Nullable String disclosure) {}

    /// The document in the words of the core.
    ///
    /// @throws io.sendgate.rest.problem.ProblemException 400 at `/help/phone` where it spells no
    /// number
    public AccountProfile toProfile(NumberReader reader) {
        Numbers numbers = new Numbers(reader, country == null ? HOME : country);
        return new AccountProfile(
                businessName,
                orEmpty(brands),
                Optional.ofNullable(email),
                numbers.country(),
                Optional.ofNullable(address),
                identity == null ? Map.of() : identity,
                helpFrom(numbers),
                policy,
                Optional.ofNullable(packs),
                Optional.ofNullable(mode),
                handOff == null ? HandOff.DIRECT : handOff,
                Optional.ofNullable(parent).map(AccountId::new),
                Optional.ofNullable(industry),
                Optional.ofNullable(tier),
                Boolean.TRUE.equals(emergencyServiceProvider),
                orEmpty(senders).stream().map(one -> sender(one, numbers)).toList(),
                orEmpty(templates).stream().map(AccountDto::template).toList(),
                orEmpty(attestations).stream().map(AccountDto::attestation).toList(),
                orEmpty(licences).stream().map(AccountDto::licence).toList(),
                Optional.ofNullable(chatbot).map(AccountDto::assistant),
                Optional.ofNullable(messagesPerMinute),
                Optional.ofNullable(expectationWindow));
    }

    private Help helpFrom(Numbers numbers) {
        if (help == null) {
            return Help.NONE;
        }
        return new Help(
                Optional.ofNullable(help.phone())
                        .map(phone -> numbers.number(phone, "/help/phone").e164()),
                Optional.ofNullable(help.url()));
    }

    private static Sender sender(SenderDto dto, Numbers numbers) {
        return new Sender(numbers.sender(dto.id(), dto.channel()), dto.channel(), dto.type());
    }

    private static Template template(TemplateDto dto) {
        return new Template(
                dto.name(),
                dto.category().toLowerCase(Locale.ROOT),
                dto.status().toLowerCase(Locale.ROOT),
                Optional.ofNullable(dto.language()));
    }

    private static Attestation attestation(AttestationDto dto) {
        return new Attestation(dto.name(), dto.by(), dto.at());
    }

    private static Licence licence(LicenceDto dto) {
        return new Licence(
                dto.kind(),
                Optional.ofNullable(dto.number()),
                Optional.ofNullable(dto.validUntil()));
    }

    private static Chatbot assistant(ChatbotDto dto) {
        return new Chatbot(Optional.ofNullable(dto.name()), Optional.ofNullable(dto.disclosure()));
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
