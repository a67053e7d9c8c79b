package io.sendgate.rest.web;

/// How large a body may be, by its path.
final class BodyLimit {

    /// The largest of all.
    static final int LARGEST = 6 << 20;

    private static final int BATCH = 1 << 20;
    private static final int USUAL = 256 << 10;

    private BodyLimit() {}

    /// The limit in bytes, inclusive.
    static int of(String path) {
        if (path.startsWith("/webhooks/")) {
            return LARGEST;
        }
        return path.endsWith("/batch") ? BATCH : USUAL;
    }
}
