package io.sendgate.wire.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The case files that are packed: `policies/<document>/cases/<clause>/<name>.json`.
final class CaseTree {

    private static final String SUFFIX = ".json";
    private static final int DEPTH = 4;

    private CaseTree() {}

    /// One case file.
    record Leaf(String document, String clause, String name, byte[] bytes) {}

    /// Every case beside a file that is known to be packed with them; none where it is not.
    static List<Leaf> packed(String known) {
        return Optional.ofNullable(CaseTree.class.getClassLoader().getResource(known))
                .map(CaseTree::beside)
                .orElse(List.of());
    }

    private static List<Leaf> beside(URL known) {
        try {
            URLConnection connection = known.openConnection();
            if (connection instanceof JarURLConnection jar) {
                Path file = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem packed = FileSystems.newFileSystem(file)) {
                    return under(packed.getPath("/policies"));
                }
            }
            return under(Path.of(known.toURI()).resolve("../../..").normalize());
        } catch (IOException e) {
            throw new UncheckedIOException("the cases cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the cases lie nowhere", e);
        }
    }

    private static List<Leaf> under(Path policies) throws IOException {
        try (Stream<Path> files = Files.walk(policies, DEPTH)) {
            return files.filter(file -> isCase(policies.relativize(file)))
                    .sorted()
                    .map(CaseTree::leaf)
                    .toList();
        }
    }

    private static boolean isCase(Path file) {
        return file.getNameCount() == DEPTH
                && file.getName(1).toString().equals("cases")
                && file.toString().endsWith(SUFFIX);
    }

    private static Leaf leaf(Path file) {
        int last = file.getNameCount() - 1;
        String name = file.getName(last).toString();
        try {
            return new Leaf(
                    file.getName(last - 3).toString(),
                    file.getName(last - 1).toString(),
                    name.substring(0, name.length() - SUFFIX.length()),
                    Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the case " + name + " cannot be read", e);
        }
    }
}
