package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.policy.Policy;
import io.sendgate.publishing.Promises;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// A policy together with the very document it was read from.
public final class PolicyDocument {

    private final Policy policy;
    private final JsonNode tree;
    private final byte[] bytes;

    PolicyDocument(Policy policy, JsonNode tree, byte[] bytes) {
        this.policy = policy;
        this.tree = tree;
        this.bytes = bytes.clone();
    }

    /// The policy.
    public Policy policy() {
        return policy;
    }

    /// The document's bytes as published; their SHA-256 is the policy's digest.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether it is marked as a change of what accounts may do.
    public boolean isMaterial() {
        return tree.path("material").asBoolean();
    }

    /// What it promises about the next version.
    public Promises promises() {
        Members promises = new Members(tree).in("publishing");
        return new Promises(
                promises.maybeText("date"),
                promises.maybeIn("notice")
                        .map(
                                notice ->
                                        new Promises.Notice(
                                                notice.text("clause"),
                                                notice.node().path("days").asInt())),
                promises.maybeText("summary"));
    }

    /// What each kind of reply must hold, where it says so: Sendgate's own document alone does.
    public Map<String, List<String>> replyParts() {
        return new Members(tree)
                .in("replyParts")
                .each(
                        parts ->
                                StreamSupport.stream(parts.spliterator(), false)
                                        .map(JsonNode::asText)
                                        .toList());
    }

    JsonNode tree() {
        return tree;
    }

    @Override
    public String toString() {
        return "PolicyDocument[" + policy.ref() + "]";
    }
}
