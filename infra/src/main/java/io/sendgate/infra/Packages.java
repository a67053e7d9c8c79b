package io.sendgate.infra;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Where the functions' packages come from.
///
/// @param root the repository's folder
/// @param placeholders the folder for packages that stand in for those not built
public record Packages(Path root, Path placeholders) {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    /// A function's package.
    ///
    /// @param placeholder whether it stands in for one that has not been built
    public record Package(Path file, boolean placeholder) {}

    /// The function's own package where it has been built (`-Pzip`), else a placeholder that is
    /// the same bytes every time; a placeholder can be synthesised, and must not be deployed.
    public Package of(FunctionUnit unit) {
        Path built = root.resolve("functions").resolve(unit.text()).resolve("target/function.zip");
        return Files.exists(built)
                ? new Package(built, false)
                : new Package(placeholder(unit), true);
    }

    private Path placeholder(FunctionUnit unit) {
        Path file = placeholders.resolve(unit.text() + ".zip");
        try {
            Files.createDirectories(placeholders);
            try (OutputStream out = Files.newOutputStream(file);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                ZipEntry entry = new ZipEntry("PLACEHOLDER");
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write((unit.text() + " was not built\n").getBytes(StandardCharsets.US_ASCII));
                zip.closeEntry();
            }
            return file;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
