package io.sendgate.infra;

import software.amazon.awscdk.StackProps;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a synthesis is made from.
///
/// @param root the repository's folder
/// @param out the folder that the templates are written to
/// @param tablePrefix what stands before every table's name
public record Settings(Path root, Path out, String tablePrefix) {

    /// The settings with the names that the functions expect by default.
    public static Settings of(Path root, Path out) {
        return new Settings(
                root.toAbsolutePath().normalize(), out.toAbsolutePath().normalize(), "sendgate-");
    }

    /// The properties of a stack that says what it holds.
    static StackProps stack(String description) {
        return StackProps.builder()
                .description("Sendgate. " + description)
                .terminationProtection(true)
                .build();
    }

    /// `send-authorization` as `SendAuthorization`.
    static String pascal(String text) {
        return Arrays.stream(text.split("-", -1))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
