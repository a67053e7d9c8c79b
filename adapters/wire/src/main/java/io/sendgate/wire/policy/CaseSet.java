package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.wire.json.MalformedJson;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The cases of one version of a document: those of the version before, and what its own document
/// lays over them.
public final class CaseSet {

    private final PolicyCases reader;
    private final String document;
    private final Map<Name, JsonNode> files;

    CaseSet(PolicyCases reader, String document, Map<Name, JsonNode> files) {
        this.reader = reader;
        this.document = document;
        this.files = new TreeMap<>(files);
    }

    /// What a case is called.
    ///
    /// @param name the sentence it proves, with hyphens
    public record Name(String clause, String name) implements Comparable<Name> {

        /// Where it stands, or would stand, in a document: a JSON Pointer.
        public String pointer() {
            return "/cases/" + clause + "/" + name;
        }

        @Override
        public int compareTo(Name other) {
            int byClause = clause.compareTo(other.clause);
            return byClause == 0 ? name.compareTo(other.name) : byClause;
        }

        @Override
        public String toString() {
            return clause + "/" + name;
        }
    }

    /// These cases with those of the next version's document laid over them; `null` there takes a
    /// case away.
    public CaseSet with(PolicyDocument next) {
        Map<Name, JsonNode> laid = new TreeMap<>(files);
        next.tree()
                .path("cases")
                .properties()
                .forEach(
                        clause ->
                                clause.getValue()
                                        .properties()
                                        .forEach(
                                                one ->
                                                        lay(
                                                                laid,
                                                                new Name(
                                                                        clause.getKey(),
                                                                        one.getKey()),
                                                                one.getValue())));
        return new CaseSet(reader, document, laid);
    }

    private static void lay(Map<Name, JsonNode> files, Name name, JsonNode file) {
        if (file.isNull()) {
            files.remove(name);
        } else {
            files.put(name, file);
        }
    }

    /// What the cases are called, in order.
    public List<Name> names() {
        return List.copyOf(files.keySet());
    }

    /// The names of a clause's cases, in order.
    public List<String> names(String clause) {
        return files.keySet().stream()
                .filter(name -> name.clause().equals(clause))
                .map(Name::name)
                .toList();
    }

    /// The case of that name, which is one of [#names].
    ///
    /// @throws MalformedJson where it does not have a case's shape
    PolicyCase read(Name name) {
        JsonNode file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no case " + name);
        }
        return reader.read(document, name.clause(), name.name(), file);
    }
}
