package io.sendgate.policy;

import java.util.Locale;

/// The shape of a name as the eye takes it: names of one shape pass for each other.
///
/// A capital I, a small L and a one look alike, so do a zero and an O, `rn` and `m`, `vv` and `w`;
/// case, spaces and signs do not matter.
public final class Skeleton {

    private static final String MASKS = "i1|!0345789$@";
    private static final String FACES = "lllloeastbgsa";

    private Skeleton() {}

    /// The shape of a name; empty for one without letters and digits.
    public static String of(String name) {
        StringBuilder shape = new StringBuilder();
        for (char one : name.toLowerCase(Locale.ROOT).toCharArray()) {
            int mask = MASKS.indexOf(one);
            if (mask >= 0) {
                shape.append(FACES.charAt(mask));
            } else {
                shape.append(TextNormalizer.normalize(String.valueOf(one)));
            }
        }
        return shape.toString().replace("rn", "m").replace("vv", "w").replace("i", "l");
    }
}
