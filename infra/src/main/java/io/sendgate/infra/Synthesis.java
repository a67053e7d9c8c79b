package io.sendgate.infra;

import java.nio.file.Path;
import java.util.Arrays;

/// The entry point: `Synthesis <repository> <folder> [<folder> …]` writes the templates to each
/// of the folders.
public final class Synthesis {

    private Synthesis() {}

    /// Synthesises without an AWS account, and says which packages are placeholders.
    public static void main(String... args) {
        Path root = Path.of(args[0]);
        Arrays.stream(args)
                .skip(1)
                .forEach(out -> SendgateApp.synthesise(Settings.of(root, Path.of(out))));
        Packages packages = new Packages(root, root.resolve("infra/target"));
        for (FunctionUnit unit : FunctionUnit.values()) {
            System.out.printf(
                    "%-20s %s%n",
                    unit.text(),
                    packages.of(unit).placeholder()
                            ? "placeholder: build it with -Pzip before you deploy"
                            : "function.zip");
        }
    }
}
