package io.sendgate.wire.policy;

import com.fasterxml.jackson.databind.JsonNode;

import io.sendgate.policy.Policy;

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

    JsonNode tree() {
        return tree;
    }

    @Override
    public String toString() {
        return "PolicyDocument[" + policy.ref() + "]";
    }
}
