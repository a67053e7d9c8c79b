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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The vault whose keys come from the masters; nothing is stored per account.
///
/// Each root account has keys of its own, derived at first use and kept in memory.
public final class MasterVault implements Vault {
    private static final int TAG_BYTES = 14;
    private static final int HASH_BYTES = 16;

    private final Masters masters;
    private final Seal seal;
    private final DerivedKey platform;
    private final Map<AccountId, RootKeys> roots = new ConcurrentHashMap<>();

    private record RootKeys(
            DerivedKey tagging, DerivedKey first, DerivedKey hashing, List<Seal.Key> sealing) {}

    /// A vault over these masters.
    ///
    /// @param random where the initialisation vectors come from; must differ in every running copy
    public MasterVault(Masters masters, SecureRandom random) {
        this.masters = masters;
        this.seal = new Seal(random);
        this.platform = masters.firstTagging().derive("platform");
    }

    @Override
    public RecipientTag tag(AccountId root, Person person) {
        return tag(masters.tagging(), keys(root).tagging(), person);
    }

    /// The tag under the first key, where there are several: somebody may be known by it.
    ///
    /// @return empty where there is one key only
    public Optional<RecipientTag> firstTag(AccountId root, Person person) {
        return masters.hasSeveralTags()
                ? Optional.of(tag(masters.firstTagging(), keys(root).first(), person))
                : Optional.empty();
    }

    @Override
    public RecipientTag platformTag(PhoneNumber number) {
        return tag(masters.firstTagging(), platform, number);
    }

    private static RecipientTag tag(MasterKey master, DerivedKey key, Person person) {
        String named =
                switch (person) {
                    case PhoneNumber number -> "tel:" + number.e164();
                    case ScopedId id -> "wa:" + id.value();
                };
        byte[] bytes =
                ByteBuffer.allocate(1 + TAG_BYTES)
                        .put((byte) master.id())
                        .put(key.hmac(TAG_BYTES, DerivedKey.bytes(named)))
                        .array();
        return new RecipientTag(CrockfordBase32.encode(bytes));
    }

    @Override
    public String seal(AccountId root, RecipientTag tag, PhoneNumber number) {
        return seal.close(
                keys(root).sealing().getFirst(),
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
        return seal.close(keys(root).sealing().getFirst(), root, tag, Seal.Content.TEXT, packed);
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
                                masters.firstTagging().derive("tag/" + id.value()),
                                masters.firstTagging().derive("hash/" + id.value()),
                                sealing(id)));
    }

    private List<Seal.Key> sealing(AccountId root) {
        return masters.allSealing().stream()
                .map(key -> new Seal.Key(key.id(), key.derive("seal/" + root.value())))
                .toList();
    }
}
