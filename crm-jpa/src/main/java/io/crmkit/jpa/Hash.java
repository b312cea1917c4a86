package io.crmkit.jpa;

import java.util.Arrays;

/** A keyed hash that stands for something that is not stored in the clear. */
record Hash(byte[] bytes) implements Comparable<Hash> {
    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Hash";
    }
}
