package io.sendgate.local.http;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/// One suite for every test that asks for [Businesses]; started when the first does.
///
/// Its clock is everybody's: a test sets it before anything else.
final class SharedSuite implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Businesses.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Running running =
                test.getRoot()
                        .getStore(ExtensionContext.Namespace.create(SharedSuite.class))
                        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return Objects.requireNonNull(running).businesses();
    }

    /// The suite and what has been opened in it.
    private record Running(SuiteProcess suite, Businesses businesses) implements AutoCloseable {

        static Running start() {
            try {
                SuiteProcess suite = SuiteProcess.start(Files.createTempDirectory("sendgate"));
                return new Running(suite, new Businesses(suite.http()));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        @Override
        public void close() throws IOException {
            suite.close();
            try (Stream<Path> files = Files.walk(suite.folder())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
