package io.sendgate.wire.keys;

import io.sendgate.contact.RecipientTag;
import io.sendgate.ledger.IdMint;
import io.sendgate.ledger.IdPrefix;
import io.sendgate.ledger.Ref;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Public ids that find their item: prefix and base 32 of time, check and masked payload.
///
/// 35 bytes: the time 6, the check 6, the payload 23, which is the recipient's tag 15 and the place
/// within the recipient's items 8. The check is an HMAC over prefix, time and payload; the mask is
/// an HMAC over time and check. So no tag shows, two ids of one person share nothing but what their
/// times share, and one that this suite has not made is known without a read.
public final class MaskedIds implements IdMint {
    private static final int TIME = 6;
    private static final int CHECK = 6;
    private static final int TAG = 15;
    private static final int PAYLOAD = TAG + Long.BYTES;
    private static final int WHOLE = TIME + CHECK + PAYLOAD;
    private static final long NOTE = 1L << 63;
    private static final long NOTE_BITS = (1L << 62) - 1;

    private final DerivedKey checking;
    private final DerivedKey masking;

    /// Ids under these masters' first tagging key: an id is found again whatever keys come later.
    public MaskedIds(Masters masters) {
        checking = masters.firstTagging().derive("id/check");
        masking = masters.firstTagging().derive("id/mask");
    }

    @Override
    public String mint(IdPrefix prefix, Instant at, RecipientTag tag, Ref ref) {
        byte[] payload = ByteBuffer.allocate(PAYLOAD).put(bytes(tag)).putLong(bits(ref)).array();
        byte[] time = SortableTime.bytes(at);
        byte[] check = check(prefix, time, payload);
        byte[] masked = masked(time, check, payload);
        byte[] whole = ByteBuffer.allocate(WHOLE).put(time).put(check).put(masked).array();
        return prefix.text() + CrockfordBase32.encode(whole);
    }

    @Override
    public Optional<Located> locate(IdPrefix prefix, String id) {
        int length = prefix.text().length() + CrockfordBase32.length(WHOLE);
        if (id.length() != length || !id.startsWith(prefix.text())) {
            return Optional.empty();
        }
        return CrockfordBase32.decode(id.substring(prefix.text().length()))
                .flatMap(whole -> located(prefix, whole));
    }

    private Optional<Located> located(IdPrefix prefix, byte[] whole) {
        byte[] time = Arrays.copyOf(whole, TIME);
        byte[] check = Arrays.copyOfRange(whole, TIME, TIME + CHECK);
        byte[] payload = masked(time, check, Arrays.copyOfRange(whole, TIME + CHECK, WHOLE));
        if (!MessageDigest.isEqual(check, check(prefix, time, payload))) {
            return Optional.empty();
        }
        RecipientTag tag = new RecipientTag(CrockfordBase32.encode(Arrays.copyOf(payload, TAG)));
        Ref ref = ref(ByteBuffer.wrap(payload).getLong(TAG));
        return Optional.of(new Located(SortableTime.instant(time), tag, ref));
    }

    private byte[] check(IdPrefix prefix, byte[] time, byte[] payload) {
        return checking.hmac(CHECK, DerivedKey.bytes(prefix.text()), time, payload);
    }

    private byte[] masked(byte[] time, byte[] check, byte[] payload) {
        byte[] mask = masking.hmac(PAYLOAD, time, check);
        byte[] masked = payload.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= mask[i];
        }
        return masked;
    }

    private static byte[] bytes(RecipientTag tag) {
        return CrockfordBase32.decode(tag.value())
                .orElseThrow(() -> new IllegalArgumentException("not a tag of this suite"));
    }

    private static long bits(Ref ref) {
        return switch (ref) {
            case Ref.Numbered(long number) -> {
                if (number < 0) {
                    throw new IllegalArgumentException("an entry's number is positive");
                }
                yield number;
            }
            case Ref.Noted(long bits) -> NOTE | bits;
        };
    }

    private static Ref ref(long bits) {
        return bits >= 0 ? new Ref.Numbered(bits) : new Ref.Noted(bits & NOTE_BITS);
    }
}
