package io.sendgate.wire.keys;

import io.sendgate.account.AccountId;
import io.sendgate.contact.Person;
import io.sendgate.contact.PhoneNumber;
import io.sendgate.contact.RecipientTag;
import io.sendgate.contact.ScopedId;
import io.sendgate.gate.Vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The vault whose keys come from two masters; nothing is stored per account.
///
/// Each root account has keys of its own, derived at first use and kept in memory.
public final class MasterVault implements Vault {
    private static final int TAG_BYTES = 14;
    private static final int HASH_BYTES = 16;

    private final Masters masters;
    private final Seal seal;
    private final DerivedKey platform;
    private final Map<AccountId, RootKeys> roots = new ConcurrentHashMap<>();

    private record RootKeys(DerivedKey tagging, DerivedKey hashing, DerivedKey sealing) {}

    /// A vault over these masters.
    ///
    /// @param random where the initialisation vectors come from; must differ in every running copy
    public MasterVault(Masters masters, SecureRandom random) {
        this.masters = masters;
        this.seal = new Seal(masters.sealing().id(), random);
        this.platform = masters.tagging().derive("platform");
    }

    @Override
    public RecipientTag tag(AccountId root, Person person) {
        return tag(keys(root).tagging(), person);
    }

    @Override
    public RecipientTag platformTag(PhoneNumber number) {
        return tag(platform, number);
    }

    private RecipientTag tag(DerivedKey key, Person person) {
        String named =
                switch (person) {
                    case PhoneNumber number -> "tel:" + number.e164();
                    case ScopedId id -> "wa:" + id.value();
                };
        byte[] bytes =
                ByteBuffer.allocate(1 + TAG_BYTES)
                        .put((byte) masters.tagging().id())
                        .put(key.hmac(TAG_BYTES, DerivedKey.bytes(named)))
                        .array();
        return new RecipientTag(CrockfordBase32.encode(bytes));
    }

    @Override
    public String seal(AccountId root, RecipientTag tag, PhoneNumber number) {
        return seal.close(
                keys(root).sealing(),
                root,
                tag,
                Seal.Content.NUMBER,
                DerivedKey.bytes(number.e164()));
    }

    @Override
    public PhoneNumber open(AccountId root, RecipientTag tag, String sealed) {
        byte[] plain = seal.open(keys(root).sealing(), root, tag, Seal.Content.NUMBER, sealed);
        return new PhoneNumber(new String(plain, StandardCharsets.UTF_8));
    }

    /// A text of any length, compressed where that helps and sealed for this root and recipient.
    public String sealText(AccountId root, RecipientTag tag, String plaintext) {
        byte[] packed = Packing.pack(DerivedKey.bytes(plaintext));
        return seal.close(keys(root).sealing(), root, tag, Seal.Content.TEXT, packed);
    }

    /// The text that [#sealText] sealed.
    ///
    /// @throws IllegalArgumentException where it was not sealed for this root and recipient
    public String openText(AccountId root, RecipientTag tag, String sealed) {
        byte[] packed = seal.open(keys(root).sealing(), root, tag, Seal.Content.TEXT, sealed);
        return new String(Packing.unpack(packed), StandardCharsets.UTF_8);
    }

    @Override
    public String hash(AccountId root, String text) {
        byte[] hash = keys(root).hashing().hmac(HASH_BYTES, DerivedKey.bytes(text));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private RootKeys keys(AccountId root) {
        return roots.computeIfAbsent(
                root,
                id ->
                        new RootKeys(
                                masters.tagging().derive("tag/" + id.value()),
                                masters.tagging().derive("hash/" + id.value()),
                                masters.sealing().derive("seal/" + id.value())));
    }
}
