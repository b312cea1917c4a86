package io.crmkit.testkit.requirements;

/** A test, as {@code Class} or {@code Class.method}, that claims to prove the requirement with the given id. */
record Proof(String id, String test) {}
