package io.sendgate.gate;

import io.sendgate.contact.Person;

import java.util.Optional;

/// A provider's word on a message of ours.
///
/// @param status the provider's own word, lower case
/// @param failed whether it means that the person did not get it
/// @param optOut whether it says that the person has opted out at the provider
/// @param authorization the authorization it names itself
public record Receipt(
        String provider,
        String messageId,
        Person to,
        String status,
        boolean failed,
        boolean optOut,
        Optional<String> errorCode,
        Optional<String> authorization) {}
