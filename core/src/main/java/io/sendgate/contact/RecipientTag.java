package io.sendgate.contact;

/// The keyed tag that stands for one person under one root account, wherever a number must not
/// show.
///
/// @param value 24 characters of Crockford base32: a key id and 14 bytes of HMAC
public record RecipientTag(String value) {

    /// The number of characters of a tag.
    public static final int LENGTH = 24;

    /// Refuses anything that has not the form of a tag.
    public RecipientTag {
        if (!isTag(value)) {
            throw new IllegalArgumentException("not a recipient tag");
        }
    }

    /// Whether `text` has the form of a tag.
    public static boolean isTag(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
    }
}
