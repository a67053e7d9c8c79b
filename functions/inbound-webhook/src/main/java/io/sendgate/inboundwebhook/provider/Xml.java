package io.sendgate.inboundwebhook.provider;

import java.util.List;
import java.util.Optional;

/// The XML in which providers take replies.
final class Xml {

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private Xml() {}

    /// The reply that is owed, or an empty response.
    ///
    /// @param attributes of the message, already escaped, each with a space before it
    static HttpAnswer response(List<Result> results, String attributes) {
        StringBuilder messages = new StringBuilder();
        results.stream()
                .map(Xml::reply)
                .flatMap(Optional::stream)
                .map(text -> "<Message" + attributes + ">" + escaped(text) + "</Message>")
                .forEach(messages::append);
        return HttpAnswer.xml(
                PROLOG
                        + (messages.isEmpty()
                                ? "<Response/>"
                                : "<Response>" + messages + "</Response>"));
    }

    private static Optional<String> reply(Result result) {
        return switch (result) {
            case Result.Answered answered -> answered.received().reply().map(reply -> reply.text());
            case Result.Recorded recorded -> Optional.empty();
            case Result.Passed passed -> Optional.empty();
        };
    }

    /// A text as XML has it; what XML cannot hold is left out.
    static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length());
        text.codePoints().filter(Xml::isAllowed).forEach(point -> append(xml, point));
        return xml.toString();
    }

    private static void append(StringBuilder xml, int point) {
        switch (point) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '"' -> xml.append("&quot;");
            case '\'' -> xml.append("&apos;");
            default -> xml.appendCodePoint(point);
        }
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point >= 0x10000;
    }
}
