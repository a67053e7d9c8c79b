package io.sendgate.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The repository's own files.
///
/// @param root the folder that holds every module
public record Tree(Path root) {

    private static final List<String> GENERATED = List.of("target", ".git", "data", "node_modules");

    /// The tree around the folder in which a build runs a module.
    public static Tree aroundModule() {
        return new Tree(Path.of("..").toAbsolutePath().normalize());
    }

    /// Every Java source file, in order.
    public List<Path> javaFiles() {
        return files(".java");
    }

    /// Every file whose name ends so, in order, generated folders aside.
    public List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(this::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private boolean isOurs(Path file) {
        return Stream.iterate(root.relativize(file), Objects::nonNull, Path::getParent)
                .map(path -> path.getFileName().toString())
                .noneMatch(GENERATED::contains);
    }

    /// What a file says.
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Replaces what a file says.
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
