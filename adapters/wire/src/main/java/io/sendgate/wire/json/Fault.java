package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.stream.Collectors;

/// Turns what Jackson says about a body into words that repeat nothing of it.
final class Fault {
    private Fault() {}

    static MalformedJson of(JsonProcessingException thrown) {
        if (thrown instanceof StreamConstraintsException) {
            return new MalformedJson("", "nested too deeply, or a text or number too long");
        }
        if (thrown instanceof JsonMappingException mapping) {
            return new MalformedJson(pointer(mapping), detail(mapping));
        }
        return new MalformedJson("", "not JSON" + place(thrown.getLocation()));
    }

    static String pointer(JsonMappingException thrown) {
        return thrown.getPath().stream().map(Fault::step).collect(Collectors.joining());
    }

    private static String step(Reference reference) {
        String name = reference.getFieldName();
        return "/"
                + (name == null
                        ? String.valueOf(reference.getIndex())
                        : name.replace("~", "~0").replace("/", "~1"));
    }

    private static String detail(JsonMappingException thrown) {
        if (thrown instanceof UnrecognizedPropertyException) {
            return "unknown member";
        }
        if (thrown instanceof InvalidNullException) {
            return "must be given";
        }
        if (thrown instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (thrown.getCause() instanceof StreamConstraintsException) {
            return "nested too deeply, or a text or number too long";
        }
        return "not of the expected form";
    }

    private static String mismatch(MismatchedInputException thrown) {
        String said = thrown.getOriginalMessage();
        int terms = said.indexOf(SendgateJson.ONE_OF);
        if (terms >= 0) {
            return said.substring(terms);
        }
        if (said.startsWith("Null value for creator property")) {
            return "must be given";
        }
        return said.startsWith("Trailing token")
                ? "more than one value"
                : "not of the expected form";
    }

    private static String place(JsonLocation location) {
        return location == null
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
