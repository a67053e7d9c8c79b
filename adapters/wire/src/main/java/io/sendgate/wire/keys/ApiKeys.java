package io.sendgate.wire.keys;

import io.sendgate.account.AccountId;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Keys of accounts: `sgk_<account>_<secret>_<check>`.
///
/// The account is in the key, so one lookup finds everything; the check lets rubbish be refused
/// without a read; only the hash is kept. The secret has 256 bits, so a plain hash is enough.
public final class ApiKeys {
    private static final String PREFIX = "sgk_";
    private static final String ACCOUNT = "acct_";
    private static final int SECRET_BYTES = 32;
    private static final int CHECK_LENGTH = 6;
    private static final int TAIL = 1 + CrockfordBase32.length(SECRET_BYTES) + 1 + CHECK_LENGTH;

    private final SecureRandom random;

    /// Keys from this source of chance, which must differ in every running copy.
    public ApiKeys(SecureRandom random) {
        this.random = random;
    }

    /// A new key of an account; it is shown once and never kept.
    public String mint(AccountId account) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String name = account.value().substring(ACCOUNT.length());
        String unchecked = PREFIX + name + "_" + CrockfordBase32.encode(secret);
        return unchecked + "_" + check(unchecked);
    }

    /// The account that `key` belongs to, if it is a key at all; whether it is live only its hash
    /// tells.
    public static Optional<AccountId> accountOf(String key) {
        int end = key.length() - TAIL;
        if (!key.startsWith(PREFIX) || end <= PREFIX.length()) {
            return Optional.empty();
        }
        String secret = key.substring(end, key.length() - CHECK_LENGTH - 1);
        boolean formed =
                secret.charAt(0) == '_'
                        && key.charAt(key.length() - CHECK_LENGTH - 1) == '_'
                        && CrockfordBase32.decode(secret.substring(1)).isPresent()
                        && checks(key);
        return formed
                ? AccountId.parse(ACCOUNT + key.substring(PREFIX.length(), end))
                : Optional.empty();
    }

    private static boolean checks(String key) {
        int at = key.length() - CHECK_LENGTH;
        return same(key.substring(at), check(key.substring(0, at - 1)));
    }

    private static String check(String unchecked) {
        return CrockfordBase32.encode(sha256(unchecked)).substring(0, CHECK_LENGTH);
    }

    /// SHA-256 of the whole key, base64url: what is kept of it.
    public static String hash(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(key));
    }

    /// Whether `hash` is that of `key`, in a time that tells nothing of where they differ.
    public static boolean matches(String key, String hash) {
        return same(hash(key), hash);
    }

    /// Whether two secrets are the same, in a time that tells nothing of where they differ.
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(DerivedKey.bytes(one), DerivedKey.bytes(other));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(DerivedKey.bytes(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
