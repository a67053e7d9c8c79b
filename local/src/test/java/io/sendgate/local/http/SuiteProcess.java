package io.sendgate.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The packaged suite as a process: started on a free port and a folder, stopped or killed at will.
public final class SuiteProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Path JAR =
            Path.of(System.getProperty("suite.jar", "target/quarkus-app/quarkus-run.jar"));

    private final Path folder;
    private final int port;
    private final Path log;
    private Process process;

    private SuiteProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.log = folder.resolve("suite.log");
        this.process = launch();
    }

    /// Starts the suite on a folder and waits until it answers.
    public static SuiteProcess start(Path folder) {
        SuiteProcess suite = new SuiteProcess(folder, freePort());
        suite.awaitReady();
        return suite;
    }

    /// Where it answers.
    public Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    /// What it has printed and logged so far, over all its starts.
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// The folder that holds everything it has written.
    public Path folder() {
        return folder;
    }

    /// Kills it as a power cut would: no handler runs.
    public void kill() {
        process.destroyForcibly();
        join();
    }

    /// Starts it again on the same folder and port.
    public void restart() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroy();
        join();
    }

    private void join() {
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dhttp.maxConnections=64"));
        command.add("-Dvertx.disableURIValidation=true");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dsendgate.local.data=" + folder.resolve("data"));
        command.addAll(List.of("-jar", JAR.toString()));
        try {
            Files.createDirectories(folder);
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void awaitReady() {
        Instant giveUp = Instant.now().plus(LONGEST_START);
        while (!http().isUp()) {
            if (!process.isAlive() || Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("the suite does not start:\n" + log());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
