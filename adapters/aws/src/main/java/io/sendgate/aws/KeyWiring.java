package io.sendgate.aws;

import io.quarkus.arc.DefaultBean;
import io.sendgate.config.SendgateConfig;
import io.sendgate.gate.Chance;
import io.sendgate.ledger.IdMint;
import io.sendgate.wire.keys.ApiKeys;
import io.sendgate.wire.keys.MaskedIds;
import io.sendgate.wire.keys.MasterVault;
import io.sendgate.wire.keys.Masters;
import io.sendgate.wire.keys.PlainIds;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Makes what hangs on the master keys and on chance; everything can be replaced by another bean.
@Singleton
public final class KeyWiring {

    /// The wiring; the container makes it.
    public KeyWiring() {}

    /// The source of chance; it differs in every running copy.
    @Produces
    @Singleton
    @DefaultBean
    public SecureRandom random() {
        return new SecureRandom();
    }

    /// The same as single numbers.
    @Produces
    @Singleton
    @DefaultBean
    public Chance chance(SecureRandom random) {
        return random::nextLong;
    }

    /// The master keys from the secret or the file that the configuration names.
    ///
    /// Keys from a secret are compared with the data before anything is done with them: with
    /// others no recipient would be found again, and so no opt-out.
    ///
    /// @throws IllegalStateException where it names none, they cannot be read, or the data was
    ///     written with others
    @Produces
    @Singleton
    @DefaultBean
    public Masters masters(
            SendgateConfig config, AccountStore store, RestoreGuard guard, InstantSource clock) {
        Optional<String> secret = config.masters().secret();
        if (secret.isEmpty()) {
            return fromFile(config);
        }
        Masters masters = new SecretMasters(config.masters().endpoint()).read(secret.get());
        KeyCheck check = new KeyCheck(store, masters);
        if (config.masters().bind()) {
            check.bind(clock.instant());
            guard.bind(clock.instant());
        } else {
            check.verify();
        }
        return masters;
    }

    private static Masters fromFile(SendgateConfig config) {
        Path file =
                config.masters()
                        .file()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "sendgate.masters.secret or sendgate.masters.file"
                                                        + " must name the master keys"));
        try {
            return Masters.read(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "the master keys that sendgate.masters.file names cannot be read", unreadable);
        }
    }

    /// The vault that the stores seal with.
    @Produces
    @Singleton
    @DefaultBean
    @Typed(MasterVault.class)
    public MasterVault vault(Masters masters, SecureRandom random) {
        return new MasterVault(masters, random);
    }

    /// Ids that find their item.
    @Produces
    @Singleton
    @DefaultBean
    public IdMint ids(Masters masters) {
        return new MaskedIds(masters);
    }

    /// Ids of forms, cases, actions and the like.
    @Produces
    @Singleton
    @DefaultBean
    public PlainIds plainIds(SecureRandom random) {
        return new PlainIds(random);
    }

    /// Accounts' keys.
    @Produces
    @Singleton
    @DefaultBean
    public ApiKeys apiKeys(SecureRandom random) {
        return new ApiKeys(random);
    }

    /// The operator's key.
    @Produces
    @Singleton
    @DefaultBean
    public OperatorKey operatorKey(SendgateConfig config) {
        return OperatorKey.of(config);
    }
}
