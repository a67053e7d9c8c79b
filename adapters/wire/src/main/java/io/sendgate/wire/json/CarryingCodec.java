package io.sendgate.wire.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.sendgate.account.AccountId;
import io.sendgate.gate.FactsUnavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads and writes a record whose component `extra` carries the members this version does not
/// know.
///
/// Old code that appends a state must not drop what newer code has put into it. Only top-level
/// members are carried, so whatever is added to the format is added there; an unknown member
/// further down, or another `format`, is refused, and the gate stays closed.
///
/// @param <T> the record
final class CarryingCodec<T> {
    private static final String FORMAT = "format";
    private static final String ACCOUNTS = "accounts";
    private static final String EXTRA = "extra";
    private static final int VERSION = 1;

    private final ObjectMapper mapper;
    private final Class<T> type;
    private final String what;
    private final Function<T, Map<String, String>> carried;
    private final Set<String> known;

    CarryingCodec(
            ObjectMapper mapper,
            Class<T> type,
            String what,
            Function<T, Map<String, String>> carried) {
        this.mapper = mapper;
        this.type = type;
        this.what = what;
        this.carried = carried;
        this.known = membersOf(mapper, type);
    }

    private static Set<String> membersOf(ObjectMapper mapper, Class<?> type) {
        return mapper
                .getDeserializationConfig()
                .introspect(mapper.constructType(type))
                .findProperties()
                .stream()
                .map(BeanPropertyDefinition::getName)
                .filter(name -> !name.equals(EXTRA))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The record as one object, the carried members after its own.
    String write(T value) {
        AccountIndex index = new AccountIndex();
        try {
            String own =
                    mapper.writer()
                            .withAttribute(AccountIndex.class, index)
                            .writeValueAsString(value);
            List<String> members = new ArrayList<>();
            members.add(member(FORMAT, String.valueOf(VERSION)));
            if (!index.accounts().isEmpty()) {
                members.add(member(ACCOUNTS, mapper.writeValueAsString(names(index))));
            }
            if (own.length() > 2) {
                members.add(own.substring(1, own.length() - 1));
            }
            for (Map.Entry<String, String> one : new TreeMap<>(carried.apply(value)).entrySet()) {
                members.add(member(one.getKey(), one.getValue()));
            }
            return "{" + String.join(",", members) + "}";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(what + " cannot be written", e);
        }
    }

    private static List<String> names(AccountIndex index) {
        return index.accounts().stream().map(AccountId::value).toList();
    }

    private String member(String name, String value) throws JsonProcessingException {
        return mapper.writeValueAsString(name) + ":" + value;
    }

    /// The record that `text` spells.
    ///
    /// @throws FactsUnavailable where this version cannot read it
    T read(String text) {
        try {
            JsonNode parsed = mapper.readTree(text);
            if (!(parsed instanceof ObjectNode tree) || tree.path(FORMAT).asInt() != VERSION) {
                throw new FactsUnavailable(
                        what + " is of a format that this version does not read");
            }
            AccountIndex index = index(tree);
            tree.remove(List.of(FORMAT, ACCOUNTS));
            tree.set(EXTRA, extra(tree));
            return mapper.reader().withAttribute(AccountIndex.class, index).treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw StoredJson.unreadable(what, e);
        }
    }

    private AccountIndex index(ObjectNode tree) {
        List<AccountId> accounts = new ArrayList<>();
        tree.path(ACCOUNTS).forEach(name -> accounts.add(account(name)));
        return new AccountIndex(accounts);
    }

    private AccountId account(JsonNode name) {
        return AccountId.parse(name.asText())
                .orElseThrow(() -> new FactsUnavailable(what + " names an account that is none"));
    }

    private ObjectNode extra(ObjectNode tree) {
        ObjectNode extra = mapper.createObjectNode();
        tree.properties().stream()
                .filter(member -> !known.contains(member.getKey()))
                .forEach(member -> extra.put(member.getKey(), member.getValue().toString()));
        tree.remove(extra.properties().stream().map(Map.Entry::getKey).toList());
        return extra;
    }
}
