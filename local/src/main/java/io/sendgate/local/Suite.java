package io.sendgate.local;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/// Starts the whole suite: the store first, then the functions on one port.
@QuarkusMain
public final class Suite {

    private static final AtomicReference<LocalStore> STORE = new AtomicReference<>();

    private Suite() {}

    /// Runs until it is stopped.
    public static void main(String... args) {
        open(Path.of(System.getProperty("sendgate.local.data", "local/data")));
        Quarkus.run(args);
    }

    /// Opens the store and lets the functions find it; they are started afterwards.
    public static LocalStore open(Path folder) {
        LocalStore store = LocalStore.open(folder, "sendgate-");
        store.settings().forEach(System::setProperty);
        STORE.set(store);
        return store;
    }

    /// The store that was opened.
    static LocalStore store() {
        LocalStore store = STORE.get();
        if (store == null) {
            throw new IllegalStateException("the store has not been opened");
        }
        return store;
    }
}
