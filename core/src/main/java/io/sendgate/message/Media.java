package io.sendgate.message;

import java.util.List;
import java.util.Optional;

/// A picture or file that goes with a message, with what a scanner said of it.
///
/// @param contentType the MIME type
/// @param sha256 the content's hash, lower-case hex
/// @param labels what a scanner found; empty `Optional` where nobody scanned
public record Media(String contentType, Optional<String> sha256, Optional<List<Label>> labels) {

    /// One finding of a scanner.
    ///
    /// @param name the scanner's word
    /// @param confidence from 0 to 1
    public record Label(String name, double confidence) {}
}
