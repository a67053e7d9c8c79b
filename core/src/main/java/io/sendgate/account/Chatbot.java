package io.sendgate.account;

import java.util.Optional;

/// The account's automated assistant.
///
/// @param disclosure the sentence by which it says that it is automated
public record Chatbot(Optional<String> name, Optional<String> disclosure) {}
