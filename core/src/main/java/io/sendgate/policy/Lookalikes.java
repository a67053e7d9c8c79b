package io.sendgate.policy;

/// Characters that pass for others: letters that look Latin, and what does not show at all.
final class Lookalikes {

    private static final String CYRILLIC_AND_GREEK =
            "АВЕКМНОРСТУХЅІЈԚԜԌҮаверосухѕіјһԛԝԁгкмнтүӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχϲϳ";
    private static final String LATIN =
            "ABEKMHOPCTYXSIJQWGYabepocyxsijhqwdrkmhtylABEZHIKMNOPTYXaeikvoptuxcj";
    private static final String UNSEEN_LETTERS = "\u115F\u1160\u3164\uFFA0";
    private static final String APOSTROPHES = "'\u2019\u2018\u02BC\u0060\u2032\uFF07";
    private static final int LETTERS = 26;
    private static final int NEGATIVE_CIRCLED_A = 0x1F150;
    private static final int NEGATIVE_SQUARED_A = 0x1F170;

    private Lookalikes() {}

    /// The Latin letter that a character looks like; the character itself where it looks like none.
    static int latin(int character) {
        int disguised = CYRILLIC_AND_GREEK.indexOf(character);
        if (disguised >= 0) {
            return LATIN.charAt(disguised);
        }
        return unboxed(unboxed(character, NEGATIVE_CIRCLED_A), NEGATIVE_SQUARED_A);
    }

    private static int unboxed(int character, int boxedA) {
        boolean boxed = character >= boxedA && character < boxedA + LETTERS;
        return boxed ? 'a' + character - boxedA : character;
    }

    /// Whether a character leaves no trace: it neither shows nor separates words.
    static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || APOSTROPHES.indexOf(character) >= 0
                || UNSEEN_LETTERS.indexOf(character) >= 0;
    }
}
