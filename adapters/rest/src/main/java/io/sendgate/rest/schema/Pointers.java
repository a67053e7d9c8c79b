package io.sendgate.rest.schema;

/// JSON Pointers, RFC 6901.
final class Pointers {

    private Pointers() {}

    /// The pointer to a member or an item of what `parent` points to.
    static String child(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
