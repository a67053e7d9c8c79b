package io.sendgate.ledger;

import java.util.HexFormat;

/// The place of a note beside a recipient's ledger.
///
/// @param value the sort key, starting with `N#`
public record NoteKey(String value) {

    /// A refusal, a hold or a refused capture.
    public static NoteKey of(Ref.Noted ref) {
        return new NoteKey("N#" + HexFormat.of().toHexDigits(ref.bits()));
    }

    /// What became of a note: `release`, or `wait-2` for a second deferral.
    public NoteKey followUp(String what) {
        return new NoteKey(value + "#" + what);
    }

    /// A delivery receipt.
    ///
    /// @param messageHash hash of the provider and its message id
    public static NoteKey receipt(String messageHash, String status) {
        return new NoteKey("N#P#" + messageHash + "#" + status);
    }

    /// The start of every receipt of one message.
    public static String receiptsOf(String messageHash) {
        return "N#P#" + messageHash + "#";
    }
}
