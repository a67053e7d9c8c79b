package io.sendgate.wire.json;

/// A body that does not fit: no JSON, no UTF-8, or a member of the wrong kind.
///
/// It says where and what was expected, and never repeats what was sent, which may be personal.
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final String detail;

    /// Names the place and the fault.
    ///
    /// @param pointer JSON Pointer of the member at fault; empty for the whole body
    /// @param detail what was expected, fit for an answer
    public MalformedJson(String pointer, String detail) {
        super(pointer.isEmpty() ? detail : pointer + ": " + detail);
        this.pointer = pointer;
        this.detail = detail;
    }

    /// JSON Pointer of the member at fault; empty for the whole body.
    public String pointer() {
        return pointer;
    }

    /// What was expected, fit for an answer.
    public String detail() {
        return detail;
    }
}
