package io.sendgate.fake;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.contact.ScopedId;
import io.sendgate.gate.Vault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/// Keys that protect nothing: plain hashes and plain "seals", the same on every run.
public final class FakeVault implements Vault {

    @Override
    public RecipientTag tag(AccountId root, Person person) {
        String named =
                switch (person) {
                    case PhoneNumber number -> number.e164();
                    case ScopedId id -> id.value();
                };
        String digits = new BigInteger(1, sha(root.value() + named)).toString(32);
        return new RecipientTag(digits.toUpperCase(Locale.ROOT).substring(0, RecipientTag.LENGTH));
    }

    @Override
    public RecipientTag platformTag(PhoneNumber number) {
        return tag(new AccountId("acct_platform"), number);
    }

    @Override
    public String seal(AccountId root, RecipientTag tag, PhoneNumber number) {
        return "sealed:" + number.e164();
    }

    @Override
    public PhoneNumber open(AccountId root, RecipientTag tag, String sealed) {
        return new PhoneNumber(sealed.substring("sealed:".length()));
    }

    @Override
    public String hash(AccountId root, String text) {
        byte[] digest = Arrays.copyOf(sha(root.value() + "|" + text), 16);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static byte[] sha(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
