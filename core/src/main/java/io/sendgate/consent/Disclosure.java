package io.sendgate.consent;

import java.util.Optional;

/// What a person was shown before agreeing.
///
/// @param text the words on the page or paper
/// @param preTicked whether the box was ticked before they came
/// @param conditionOfPurchase whether they had to agree to buy
public record Disclosure(
        Optional<String> text,
        Optional<String> url,
        boolean preTicked,
        boolean conditionOfPurchase) {

    /// Nothing was shown.
    public static final Disclosure NONE =
            new Disclosure(Optional.empty(), Optional.empty(), false, false);
}
