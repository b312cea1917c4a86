package io.crmkit.jpa;

import io.crmkit.contact.ContactStatus;
import io.crmkit.contact.Merge;
import org.jspecify.annotations.Nullable;

/** What two contacts were called before a merge, as bytes to be sealed. */
final class MergeCodec {
    private static final int VERSION = 1;

    private MergeCodec() {}

    static byte[] encode(Merge.Before before) {
        return FieldWriter.version(VERSION)
                .record(NamingCodec.told(before.survivor()), NamingCodec::write)
                .record(NamingCodec.told(before.absorbed()), NamingCodec::write)
                .toBytes();
    }

    static Merge.Before decode(byte[] bytes, @Nullable ContactStatus status) {
        return FieldReader.read(
                bytes, VERSION, from -> new Merge.Before(NamingCodec.told(from), NamingCodec.told(from), status));
    }
}
