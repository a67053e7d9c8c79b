package io.sendgate.inboundwebhook.provider;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON Web Token with an HMAC: what it says, and what was signed.
///
/// @param algorithm as its header names it
/// @param signed the text that the signature covers
record Jwt(String algorithm, Members claims, String signed, byte[] signature) {

    private static final int PARTS = 3;

    private static final Map<String, String> MACS =
            Map.of(
                    "HS256", Signatures.SHA256,
                    "HS384", Signatures.SHA384,
                    "HS512", Signatures.SHA512);

    /// The token that `text` spells; empty where it spells none.
    static Optional<Jwt> parse(String text) {
        List<String> parts = List.of(text.split("\\.", -1));
        List<byte[]> bytes = parts.stream().flatMap(part -> decoded(part).stream()).toList();
        if (parts.size() != PARTS || bytes.size() != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Jwt(
                            Members.object(bytes.get(0)).required("alg"),
                            Members.object(bytes.get(1)),
                            parts.get(0) + "." + parts.get(1),
                            bytes.get(2)));
        } catch (MalformedPayload e) {
            return Optional.empty();
        }
    }

    /// Whether it is signed by one of the secrets with one of the algorithms allowed.
    ///
    /// @param allowed names of HMACs; anything else, `none` included, is never allowed
    boolean isSigned(List<String> secrets, List<String> allowed) {
        Optional<String> mac = Optional.of(algorithm).filter(allowed::contains).map(MACS::get);
        byte[] text = Signatures.utf8(signed);
        return mac.isPresent()
                && Signatures.anyMatch(
                        Signatures.each(secrets, key -> Signatures.hmac(mac.get(), key, text)),
                        List.of(signature));
    }

    /// Whether a claim is the hash of some bytes, in lower-case hexadecimal.
    boolean hashes(String claim, byte[] bytes) {
        String hash = claims.text(claim).orElse("");
        return Signatures.anyMatch(
                List.of(Signatures.utf8(Signatures.hex(Signatures.sha256(bytes)))),
                List.of(Signatures.utf8(hash)));
    }

    /// Only the one spelling that an encoder makes.
    private static Optional<byte[]> decoded(String part) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(part))
                    .filter(
                            bytes ->
                                    Base64.getUrlEncoder()
                                            .withoutPadding()
                                            .encodeToString(bytes)
                                            .equals(part));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Jwt[" + algorithm + "]";
    }
}
